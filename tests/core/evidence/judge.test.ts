import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { base64, hex, utf8 } from '#core/evidence/bytes.ts';
import { checkpointText, parseCheckpoint } from '#core/evidence/checkpoint.ts';
import { ageText } from '#core/evidence/freshness.ts';
import { type EvidenceTexts, judge } from '#core/evidence/judge.ts';
import { keyInForce, rotationText, statementText } from '#core/evidence/key-history.ts';
import { append, lastDigest, type Ledger, ledgerRoot, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatManifest, parseManifest } from '#core/evidence/manifest.ts';
import { sha256 } from '#core/evidence/sha256.ts';
import { formatKey, parseKey, parseNote, signatureLine, type VerifierKey } from '#core/evidence/signed-note.ts';
import { there } from '#tests/there.ts';

interface Pair {
  key: VerifierKey;
  secret: KeyObject;
}

function pair(name = 'a.example'): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { key: { name, publicKey: Uint8Array.from(der.subarray(-32)) }, secret: privateKey };
}

const at = '2026-11-25T10:00:00+08:00';
const digest = (text: string): string => hex(sha256(utf8(text)));
const FILES = new Map([['index.html', digest('甲')]]);

function evidence(signer: Pair | undefined, entries: readonly NewEntry[] = []): EvidenceTexts {
  const site = formatManifest(FILES);
  const release: NewEntry = {
    type: 'publish',
    at,
    site: digest(site),
    search: null,
    carried: null,
    texts: digest('{}'),
    content: 'c',
  };
  const ledger = append('', [...entries, release]);
  const { lines } = readLedger(ledger) as Ledger;
  const text = checkpointText({ origin: signer?.key.name ?? 'a.example', size: lines.length, root: ledgerRoot(lines) });
  return {
    'ledger.jsonl': ledger,
    'manifest/site.sha256': site,
    'texts.json': '{}',
    'content.txt': 'c\n',
    checkpoint: signer ? `${text}\n${signatureLine(signer.key, sign(null, utf8(text), signer.secret))}` : text,
    ...(signer && { key: `${formatKey(signer.key)}\n` }),
  };
}

/** The bare first entry of ledgers of before. */
const added = ({ key }: Pair): NewEntry => ({ type: 'key', at, action: 'add', key: formatKey(key) });
const rotated = (from: Pair, to: Pair, by = from): NewEntry => ({
  ...{ type: 'key', at, action: 'rotate', key: formatKey(to.key) },
  signature: base64(Uint8Array.from(sign(null, rotationText(to.key), by.secret))),
});
/** An entry that signs itself, at its place behind others. */
const stated =
  (action: 'add' | 'revoke', { key }: Pair, by: Pair) =>
  (before: readonly NewEntry[]) => ({
    ...{ type: 'key' as const, at, action, key: formatKey(key) },
    signature: base64(
      Uint8Array.from(
        sign(null, statementText(action, key, lastDigest(append('', before).split('\n').slice(0, -1))), by.secret),
      ),
    ),
  });
const renewed = (own: Pair, by = own) => stated('add', own, by);
const revoked = (own: Pair, by = own) => stated('revoke', own, by);
const lost = ({ key }: Pair): NewEntry => ({ type: 'key', at, action: 'lost', key: formatKey(key) });

type Step = NewEntry | ((before: readonly NewEntry[]) => NewEntry);
const steps = (...all: readonly Step[]): NewEntry[] =>
  all.reduce<NewEntry[]>((before, step) => [...before, typeof step === 'function' ? step(before) : step], []);

/** A sound release whose last entry bears another time. */
function judgeWithLast(signer: Pair, last: string): EvidenceTexts {
  const texts = evidence(signer, [added(signer)]);
  const ledger = there(texts['ledger.jsonl']).replace(
    new RegExp(`${at.replace('+', '\\+')}(?![\\s\\S]*${at.replace('+', '\\+')})`),
    last,
  );
  const { lines } = readLedger(ledger) as Ledger;
  const text = checkpointText({ origin: signer.key.name, size: lines.length, root: ledgerRoot(lines) });
  const signature = signatureLine(signer.key, sign(null, utf8(text), signer.secret));
  return { ...texts, 'ledger.jsonl': ledger, checkpoint: `${text}\n${signature}` };
}

const codes = (texts: EvidenceTexts, options: Parameters<typeof judge>[1] = { files: FILES }) => {
  const { verdict, faults } = judge(texts, options);
  return [verdict, ...faults.map(({ code }) => code)];
};

describe('a release and its verdict', () => {
  const own = pair();
  it('is whole when everything agrees and is signed', () => {
    assert.deepEqual(codes(evidence(own, [added(own)])), ['whole']);
  });
  it('cannot be told when nobody signed, or when there is no evidence', () => {
    assert.deepEqual(codes(evidence(undefined)), ['cannot-tell', 'unsigned']);
    assert.deepEqual(codes({}), ['cannot-tell', 'missing']);
  });
  it('names what was changed, lost and added', () => {
    const texts = evidence(own, [added(own)]);
    const files = new Map([['index.html', digest('乙')]]);
    assert.deepEqual(codes(texts, { files }), ['tampered', 'file-changed']);
    assert.deepEqual(codes(texts, { files: new Map() }), ['tampered', 'file-missing']);
    assert.deepEqual(codes(texts, { files: new Map([...FILES, ['x', '0']]) }), ['tampered', 'file-added']);
    assert.deepEqual(codes({ ...texts, 'texts.json': '{ }' }), ['tampered', 'named-changed']);
    const { 'texts.json': gone, ...without } = texts;
    assert.ok(gone);
    assert.deepEqual(codes(without), ['tampered', 'named-missing']);
  });
  it('says of each where it is', () => {
    const faults = (texts: EvidenceTexts, options: Parameters<typeof judge>[1] = { files: FILES }): string[] =>
      judge(texts, options).faults.map(({ code, where }) => `${code} ${where}`);
    const texts = evidence(own, [added(own)]);
    const { lines } = readLedger(there(texts['ledger.jsonl'])) as Ledger;
    const without = (name: keyof EvidenceTexts): EvidenceTexts =>
      Object.fromEntries(Object.entries(texts).filter(([one]) => one !== name));
    const pinned = { size: 3, root: ledgerRoot(lines) };
    assert.deepEqual(faults({}), ['missing evidence/ledger.jsonl']);
    assert.deepEqual(faults({}, { files: FILES, pinned }), ['missing evidence/ledger.jsonl', 'pin-ahead 3']);
    assert.deepEqual(faults(texts, { files: FILES, pinned }), ['pin-ahead 3']);
    assert.deepEqual(faults({ ...texts, 'ledger.jsonl': append('', [added(own)]) }), [
      'no-release evidence/ledger.jsonl',
      'checkpoint-differs evidence/checkpoint',
    ]);
    assert.deepEqual(faults({ ...texts, 'ledger.jsonl': `${texts['ledger.jsonl']}x` }), ['ledger-cut 3']);
    assert.deepEqual(faults({ ...texts, 'ledger.jsonl': `${texts['ledger.jsonl']}x\n` }), ['ledger-unreadable 3']);
    assert.deepEqual(faults({ ...texts, 'manifest/search.sha256': '' }), [
      'named-added evidence/manifest/search.sha256',
    ]);
    assert.deepEqual(faults(without('texts.json')), ['named-missing evidence/texts.json']);
    assert.deepEqual(faults({ ...texts, 'texts.json': '{ }' }), ['named-changed evidence/texts.json']);
    assert.deepEqual(faults(without('content.txt')), ['named-missing evidence/content.txt']);
    for (const content of ['d\n', 'c', 'c\n\n', '']) {
      assert.deepEqual(faults({ ...texts, 'content.txt': content }), ['named-changed evidence/content.txt'], content);
    }
    assert.deepEqual(faults({ ...texts, 'manifest/site.sha256': 'x' }), [
      'named-changed evidence/manifest/site.sha256',
      'manifest-unreadable evidence/manifest/site.sha256',
      'file-added index.html',
    ]);
    assert.deepEqual(faults(texts, {}), []);
    assert.deepEqual(faults(without('checkpoint')), ['checkpoint-missing evidence/checkpoint']);
    assert.deepEqual(faults(without('ledger.jsonl')), ['ledger-missing evidence/ledger.jsonl']);
    assert.deepEqual(faults({ ...texts, checkpoint: 'x' }), ['checkpoint-unreadable evidence/checkpoint']);
    assert.deepEqual(faults({ ...texts, checkpoint: 'a\n\n— b AAAAAAAA\n' }), [
      'checkpoint-unreadable evidence/checkpoint',
    ]);
    assert.deepEqual(faults(without('key')), ['named-missing evidence/key']);
    assert.deepEqual(faults({ ...texts, key: formatKey(own.key) }), ['key-other evidence/key']);
    const unsigned = evidence(undefined);
    assert.deepEqual(faults(unsigned), ['unsigned evidence/checkpoint']);
    assert.deepEqual(faults({ ...unsigned, key: `${formatKey(own.key)}\n` }), ['key-unknown evidence/key']);
    const stripped = there(texts.checkpoint).slice(0, there(texts.checkpoint).indexOf('\n\n') + 1);
    assert.deepEqual(faults({ ...texts, checkpoint: stripped }), ['signature-stripped evidence/checkpoint']);
    assert.deepEqual(faults({ ...unsigned, checkpoint: undefined }), ['missing evidence/checkpoint']);
    assert.deepEqual(faults({ ...unsigned, 'ledger.jsonl': undefined }), ['missing evidence/ledger.jsonl']);
  });
  it('of a rollback is that of the release gone back to', () => {
    const texts = evidence(own, [added(own)]);
    const ledger = there(texts['ledger.jsonl']).replace('"publish"', '"rollback"');
    const { lines } = readLedger(ledger) as Ledger;
    const text = checkpointText({ origin: own.key.name, size: lines.length, root: ledgerRoot(lines) });
    const signature = signatureLine(own.key, sign(null, utf8(text), own.secret));
    assert.deepEqual(codes({ ...texts, 'ledger.jsonl': ledger, checkpoint: `${text}\n${signature}` }), ['whole']);
  });
  it('tells a broken chain and a wrong signature from a cut ledger', () => {
    const texts = evidence(own, [added(own)]);
    const lines = there(texts['ledger.jsonl']).split('\n');
    const chain = { ...texts, 'ledger.jsonl': `${there(lines[0]).replace('10:00', '10:01')}\n${lines[1]}\n` };
    assert.deepEqual(codes(chain), ['tampered', 'ledger-chain']);
    const other = pair();
    const forged = signatureLine(own.key, sign(null, utf8('x\n'), other.secret));
    const note = there(texts.checkpoint).slice(0, there(texts.checkpoint).indexOf('\n\n') + 2);
    assert.deepEqual(
      judge({ ...texts, checkpoint: note + forged }, { files: FILES }).faults.map(
        ({ code, where }) => `${code} ${where}`,
      ),
      ['signature-wrong evidence/checkpoint'],
    );
  });
  it('does not agree with a checkpoint of another size, another root or another name', () => {
    const texts = evidence(own, [added(own)]);
    const { lines } = readLedger(there(texts['ledger.jsonl'])) as Ledger;
    const signed = (origin: string, size: number, root: Uint8Array): EvidenceTexts => {
      const text = checkpointText({ origin, size, root });
      const signature = signatureLine(own.key, sign(null, utf8(text), own.secret));
      return { ...texts, checkpoint: `${text}\n${signature}` };
    };
    const root = ledgerRoot(lines);
    assert.deepEqual(codes(signed('a.example', 2, root)), ['whole']);
    assert.deepEqual(codes(signed('a.example', 1, root)), ['tampered', 'checkpoint-differs']);
    assert.deepEqual(codes(signed('a.example', 2, ledgerRoot(lines, 1))), ['tampered', 'checkpoint-differs']);
    assert.deepEqual(codes(signed('b.example', 2, root)), ['tampered', 'origin-other']);
    const swapped = there(texts.checkpoint).replace('a.example\n', 'b.example\n');
    assert.ok(codes({ ...texts, checkpoint: swapped }).includes('signature-wrong'));
  });
  it('tells the release, the checkpoint and the key it found', () => {
    const texts = evidence(own, [added(own)]);
    const { ledger, checkpoint, key } = judge(texts, { files: FILES });
    assert.equal(ledger?.lines.length, 2);
    assert.equal(checkpoint?.size, 2);
    assert.equal(key, formatKey(own.key));
  });
  it('is tampered with when the key is not in the ledger, or another’s', () => {
    assert.deepEqual(codes(evidence(own)), ['tampered', 'key-unknown']);
    const other = pair();
    assert.ok(codes(evidence(other, [added(own)])).includes('key-other'));
  });
  it('says that the history is shorter than, or differs from, what was pinned', () => {
    const texts = evidence(own, [added(own)]);
    const { lines } = readLedger(there(texts['ledger.jsonl'])) as Ledger;
    const pinned = { size: 1, root: ledgerRoot(lines, 1) };
    assert.deepEqual(codes(texts, { files: FILES, pinned }), ['whole']);
    assert.deepEqual(codes(texts, { files: FILES, pinned: { ...pinned, size: 2 } }), ['tampered', 'pin-differs']);
    assert.deepEqual(codes(texts, { files: FILES, pinned: { ...pinned, size: 3 } }), ['tampered', 'pin-ahead']);
  });
  it('is tampered with when somebody without the key strikes it and adds another, pin or no pin', () => {
    const [office, stranger] = [pair(), pair()];
    const strike: NewEntry = { type: 'key', at, action: 'revoke', key: formatKey(office.key) };
    const taken = evidence(stranger, steps(added(office), strike, renewed(stranger)));
    const root = ledgerRoot((readLedger(append('', [added(office)])) as Ledger).lines);
    for (const pinned of [undefined, { size: 1, root }]) {
      const { verdict, faults } = judge(taken, { files: FILES, pinned });
      assert.equal(verdict, 'tampered');
      assert.deepEqual(faults.map(({ code, message }) => `${message} [${code}]`).slice(0, 1), [
        '账本第 2 行作废了一把公钥，但没有那把密钥自己的签名：不是公示单位作废的。 [key-revocation]',
      ]);
    }
    const claimed = evidence(stranger, steps(added(office), lost(office), renewed(stranger)));
    assert.deepEqual(codes(claimed), ['cannot-tell', 'key-unvouched']);
    assert.deepEqual(codes(claimed, { files: FILES, trusted: office.key }), ['tampered', 'key-distrusted']);
    assert.deepEqual(codes(claimed, { files: FILES, trusted: stranger.key }), ['whole']);
    const { lines } = readLedger(there(claimed['ledger.jsonl'])) as Ledger;
    const after = { size: 3, root: ledgerRoot(lines, 3) };
    assert.deepEqual(codes(claimed, { files: FILES, pinned: after }), ['whole']);
    const before = { size: 2, root: ledgerRoot(lines, 2) };
    assert.deepEqual(codes(claimed, { files: FILES, pinned: before }), ['cannot-tell', 'key-unvouched']);
  });
  it('is out of date when its last entry is older than asked for, and says so of a clock that is behind', () => {
    const texts = evidence(own, [added(own)]);
    const day = 86_400_000;
    const aged = (now: number, maxAge: number) => judge(texts, { files: FILES, freshness: { now, maxAge } });
    const last = Date.parse(at);
    assert.equal(aged(last + day, day).verdict, 'whole');
    const old = aged(last + 5 * day, day);
    assert.deepEqual(
      [old.verdict, old.faults[0]?.message],
      [
        'outdated',
        '账本最后一条是 2026-11-25T10:00:00+08:00，5 天以前，超过您要求的期限：可能是把旧的一版又放了出来，也可能是公示单位很久没有发布。',
      ],
    );
    assert.equal(aged(last + day + 1, day).verdict, 'outdated');
    assert.equal(aged(last - 120_000, day).verdict, 'whole');
    const behind = aged(last - 120_001, day);
    assert.deepEqual(
      [behind.verdict, behind.faults[0]?.message],
      ['cannot-tell', '账本最后一条的时间（2026-11-25T10:00:00+08:00）比本机时钟还晚，说不准新旧。请校准时钟再核对。'],
    );
    const undated = judgeWithLast(own, 'some day');
    assert.deepEqual(codes(undated, { files: FILES, freshness: { now: last, maxAge: day } }), [
      'tampered',
      'ledger-unreadable',
    ]);
    assert.equal(codes(evidence(undefined), { freshness: { now: last + 5 * day, maxAge: day } })[0], 'outdated');
    for (const [age, told] of [
      [-1, '比本机时钟还晚'],
      [0, '刚刚'],
      [59_999, '刚刚'],
      [60_000, '1 分钟以前'],
      [3_599_999, '59 分钟以前'],
      [3_600_000, '1 小时以前'],
      [day - 1, '23 小时以前'],
      [day, '1 天以前'],
      [10 * day, '10 天以前'],
    ] as const) {
      assert.equal(ageText(last, last + age), `${at}，${told}`);
    }
  });
  it('has a message in Chinese for each fault', () => {
    for (const { message } of judge(evidence(undefined), { files: new Map() }).faults)
      assert.match(message, /[\u4e00-\u9fff].*。$/);
  });
});

describe('keys over time', () => {
  const [first, second, third] = [pair(), pair(), pair()];
  const inForce = (all: readonly Step[], trusted?: VerifierKey, pinned?: number) => {
    const { key, fault } = keyInForce(readLedger(append('', steps(...all))) as Ledger, trusted, pinned);
    return [key && formatKey(key), fault];
  };
  const [one, two] = [formatKey(first.key), formatKey(second.key)];
  it('are handed over by the old one', () => {
    assert.deepEqual(inForce([added(first), rotated(first, second)]), [two, undefined]);
    assert.deepEqual(inForce([added(first), rotated(first, second, third)])[1], 'key-rotation');
  });
  it('do not take the place of one that holds', () => {
    assert.equal(inForce([added(first), added(second)])[1], 'key-rotation');
    assert.equal(inForce([added(first), renewed(second)])[1], 'key-rotation');
  });
  it('are struck by their own signature alone', () => {
    assert.deepEqual(inForce([added(first), revoked(first)]), [undefined, undefined]);
    assert.deepEqual(inForce([added(first), revoked(first, second)]), [one, 'key-revocation']);
    const bare: NewEntry = { type: 'key', at, action: 'revoke', key: one };
    assert.deepEqual(inForce([added(first), bare]), [one, 'key-revocation']);
    assert.deepEqual(inForce([added(first), { ...bare, signature: 'AA' }]), [one, 'key-revocation']);
    assert.equal(inForce([added(first), revoked(second)])[1], 'key-unknown');
    // A revocation of another place is none.
    const elsewhere = revoked(first)([added(first)]);
    assert.equal(inForce([added(first), { type: 'act', at }, elsewhere])[1], 'key-revocation');
  });
  it('sign themselves in, but for the first of a ledger of before', () => {
    assert.deepEqual(inForce([renewed(first)]), [one, undefined]);
    assert.equal(inForce([renewed(first, second)])[1], 'key-unproved');
    assert.equal(inForce([{ ...added(first), signature: 1 }])[1], 'key-unproved');
    assert.equal(inForce([added(first), lost(first), added(second)])[1], 'key-unproved');
    assert.equal(inForce([added(first), revoked(first), renewed(second, third)])[1], 'key-unproved');
  });
  it('are vouched for by nobody after a revocation or a loss, unless they are known or were there when a note was made', () => {
    for (const gone of [revoked(first), lost(first)]) {
      const history = [added(first), gone, renewed(second)];
      assert.deepEqual(inForce(history), [two, 'key-unvouched']);
      assert.deepEqual(inForce([...history, rotated(second, third)])[1], 'key-unvouched');
      assert.deepEqual(inForce(history, undefined, 2)[1], 'key-unvouched');
      assert.deepEqual(inForce(history, undefined, 3), [two, undefined]);
      assert.deepEqual(inForce(history, second.key), [two, undefined]);
      assert.equal(inForce(history, first.key)[1], 'key-distrusted');
      const { line } = keyInForce(readLedger(append('', steps(...history))) as Ledger, undefined);
      assert.equal(line, 3);
      const handed = steps(...history, rotated(second, third));
      assert.equal(keyInForce(readLedger(append('', handed)) as Ledger, undefined).line, 3);
    }
    assert.deepEqual(inForce([added(first), lost(first)]), [undefined, undefined]);
    assert.equal(inForce([added(first), lost(second)])[1], 'key-unknown');
  });
  it('that come first are vouched for by no note of before', () => {
    const entry: NewEntry = { type: 'publish', at };
    assert.equal(inForce([entry, renewed(first)])[1], undefined);
    assert.equal(inForce([entry, renewed(first)], undefined, 1)[1], 'key-unvouched');
    assert.equal(inForce([entry, renewed(first)], undefined, 2)[1], undefined);
    assert.equal(inForce([entry, renewed(first), rotated(first, second)], undefined, 3)[1], undefined);
  });
  it('come back when they were lost and found, and never when they were handed over or struck', () => {
    assert.deepEqual(inForce([added(first), lost(first), renewed(first)]), [one, undefined]);
    const between = [added(first), lost(first), renewed(second), lost(second)];
    assert.equal(inForce([...between, renewed(second)])[1], 'key-unvouched');
    assert.equal(inForce([...between, renewed(first)])[1], 'key-unvouched');
    assert.equal(inForce([added(first), revoked(first), renewed(first)])[1], 'key-struck');
    const handed = [added(first), rotated(first, second)];
    assert.equal(inForce([...handed, rotated(second, first)])[1], 'key-struck');
    assert.equal(inForce([...handed, rotated(second, second)])[1], 'key-struck');
    assert.equal(inForce([...handed, lost(second), renewed(first)])[1], 'key-struck');
    assert.equal(inForce([...handed, lost(second), renewed(second)])[1], undefined);
  });
  it('are not taken from an entry that nobody can read', () => {
    const entry = (rest: object): NewEntry => ({ type: 'key', at, ...rest });
    assert.deepEqual(inForce([entry({ action: 'add', key: 'x' })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ action: 'add', key: 1 })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ action: 'add' })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ action: 'take', key: formatKey(first.key) })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ key: formatKey(first.key) })]), [undefined, 'key-unreadable']);
    const unsigned = entry({ action: 'rotate', key: formatKey(second.key) });
    assert.deepEqual(inForce([added(first), unsigned]), [formatKey(first.key), 'key-rotation']);
    assert.deepEqual(inForce([added(first), { ...unsigned, signature: 1 }]), [formatKey(first.key), 'key-rotation']);
    assert.deepEqual(inForce([rotated(first, second)]), [undefined, 'key-rotation']);
    assert.deepEqual(inForce([revoked(first)]), [undefined, 'key-unknown']);
    const { line } = keyInForce(readLedger(append('', [added(first), unsigned])) as Ledger, undefined);
    assert.equal(line, 2);
  });
  it('sign the name of the one that follows, in words of their own', () => {
    assert.equal(
      new TextDecoder().decode(rotationText(first.key)),
      `jiangbang key rotation\n${formatKey(first.key)}\n`,
    );
    assert.equal(
      new TextDecoder().decode(statementText('revoke', first.key, 'f'.repeat(64))),
      `jiangbang key revoke\n${one}\n${'f'.repeat(64)}\n`,
    );
  });
  it('are trusted from the one that was printed on', () => {
    assert.equal(inForce([added(first), rotated(first, second)], first.key)[1], undefined);
    assert.equal(inForce([added(first), rotated(first, second)], second.key)[1], undefined);
    assert.equal(inForce([added(first), rotated(first, second)], third.key)[1], 'key-distrusted');
    assert.equal(inForce([added(first), revoked(first), renewed(second)], first.key)[1], 'key-distrusted');
    assert.deepEqual(inForce([added(first), revoked(first)], first.key), [undefined, 'key-distrusted']);
    assert.deepEqual(inForce([], first.key), [undefined, 'key-distrusted']);
  });
});

describe('a ledger', () => {
  const text = append('', [added(pair()), { type: 'publish', at }, { type: 'publish', at }]);
  const fault = (changed: string) => {
    const read = readLedger(changed);
    return 'what' in read ? `${read.what} ${read.line}` : 'sound';
  };
  it('is a chain', () => {
    const [one = '', two = '', three = ''] = text.split('\n');
    assert.equal(fault(text), 'sound');
    assert.equal(fault(''), 'sound');
    assert.equal(fault(`${one}\n${three}\n`), 'chain 2');
    assert.equal(fault(`${one}\n${three}\n${two}\n`), 'chain 2');
    assert.equal(fault(`${one}\n${two.replace('10:00', '10:01')}\n${three}\n`), 'chain 3');
    assert.equal(fault(text.slice(0, -1)), 'cut 3');
    assert.equal(fault(text.slice(0, -20)), 'cut 3');
    assert.equal(fault(text.replace('"n":1', '"n": 1')), 'unreadable 2');
    assert.equal(fault(text.replace('publish', 'forge')), 'unreadable 2');
  });
  it('each line holds the digest of the line before, as sha256sum would say', () => {
    const [one = '', two = ''] = text.split('\n');
    assert.equal((JSON.parse(two) as { prev: string }).prev, digest(one));
    assert.equal((JSON.parse(one) as { prev: string }).prev, '0'.repeat(64));
  });
});

describe('what is read strictly', () => {
  it('a manifest', () => {
    const line = `${'a'.repeat(64)}  a\n`;
    const both = `${line}${'b'.repeat(64)}  b/c\n`;
    assert.deepEqual(
      [...(parseManifest(both) ?? [])],
      [
        ['a', 'a'.repeat(64)],
        ['b/c', 'b'.repeat(64)],
      ],
    );
    assert.equal(parseManifest('')?.size, 0);
    for (const path of ['.well-known/x', 'a..b', 'a/..b', '...']) {
      assert.ok(parseManifest(line.replace('  a', `  ${path}`)), path);
    }
    const [first, second] = [...(parseManifest(both) ?? [])] as [[string, string], [string, string]];
    assert.equal(formatManifest(new Map([second, first])), both);
    assert.equal(formatManifest(new Map([first, second])), both);
    for (const wrong of [
      line.slice(0, -1),
      `${line}${line}`,
      line.replace('  a', ' *a'),
      line.replace('  a', '  ../a'),
      line.replace('  a', '  /a'),
      line.replace('  a', '  a/./b'),
      line.replace('  a', '  a/..'),
      line.replace('  a', '  a/.'),
      line.replace('  a', '  ..'),
      line.replace('  a', '  a\\b'),
      line.replace('  a', '  a b'),
      line.replace('  a', '  '),
      line.replace('  a', ' a'),
      line.slice(1),
      `0${line}`,
      `${'b'.repeat(64)}  b\n${line}`,
      `${line}\n`,
      '\n',
      line.toUpperCase(),
    ]) {
      assert.equal(parseManifest(wrong), undefined, wrong);
    }
  });
  it('a checkpoint', () => {
    const root = base64(new Uint8Array(32));
    assert.equal(parseCheckpoint(`a\n12\n${root}\n`)?.size, 12);
    for (const wrong of [
      `a\n012\n${root}\n`,
      `a\n12\n${root}\nx\n`,
      `\n12\n${root}\n`,
      `a\n-1\n${root}\n`,
      `a\n12\nAA==\n`,
    ]) {
      assert.equal(parseCheckpoint(wrong), undefined, wrong);
    }
  });
  it('a key, whose hash is its own', () => {
    const text = formatKey(pair().key);
    assert.ok(parseKey(text));
    // The example of Go's package documentation.
    assert.equal(parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')?.name, 'PeterNeumann');
    assert.equal(parseKey(text.replace('+', '+0')), undefined);
    assert.equal(parseKey(text.replace('a.example', 'b.example')), undefined);
    const own = pair().key;
    for (const publicKey of [own.publicKey.slice(1), Uint8Array.of(...own.publicKey, 0), new Uint8Array(0)]) {
      assert.equal(parseKey(formatKey({ ...own, publicKey })), undefined, String(publicKey.length));
    }
    assert.equal(parseKey(`+${text.split('+').slice(1).join('+')}`), undefined);
    assert.equal(parseKey(''), undefined);
  });
  it('a note', () => {
    assert.equal(parseNote('a\n\n— b AAAA\n'), undefined);
    assert.equal(parseNote('a\n\n- b AAAAAAAA\n'), undefined);
    assert.equal(parseNote('a'), undefined);
    assert.equal(parseNote('a\n\n— b AAAAAAAA\n')?.text, 'a\n');
  });
});
