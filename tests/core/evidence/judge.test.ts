import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { base64, hex, utf8 } from '#core/evidence/bytes.ts';
import { checkpointText, parseCheckpoint } from '#core/evidence/checkpoint.ts';
import { judge, type EvidenceTexts } from '#core/evidence/judge.ts';
import { keyInForce, rotationText } from '#core/evidence/key-history.ts';
import { append, ledgerRoot, readLedger, type Ledger, type NewEntry } from '#core/evidence/ledger.ts';
import { formatManifest, parseManifest } from '#core/evidence/manifest.ts';
import { sha256 } from '#core/evidence/sha256.ts';
import { formatKey, parseKey, parseNote, signatureLine, type VerifierKey } from '#core/evidence/signed-note.ts';

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

const added = ({ key }: Pair): NewEntry => ({ type: 'key', at, action: 'add', key: formatKey(key) });
const rotated = (from: Pair, to: Pair, by = from): NewEntry => ({
  ...{ type: 'key', at, action: 'rotate', key: formatKey(to.key) },
  signature: base64(Uint8Array.from(sign(null, rotationText(to.key), by.secret))),
});
const revoked = ({ key }: Pair): NewEntry => ({ type: 'key', at, action: 'revoke', key: formatKey(key) });

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
    const { lines } = readLedger(texts['ledger.jsonl']!) as Ledger;
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
    assert.deepEqual(faults(without('checkpoint')), ['missing evidence/checkpoint']);
    assert.deepEqual(faults({ ...texts, checkpoint: 'x' }), ['checkpoint-unreadable evidence/checkpoint']);
    assert.deepEqual(faults({ ...texts, checkpoint: 'a\n\n— b AAAAAAAA\n' }), [
      'checkpoint-unreadable evidence/checkpoint',
    ]);
    assert.deepEqual(faults(without('key')), ['named-missing evidence/key']);
    assert.deepEqual(faults({ ...texts, key: formatKey(own.key) }), ['key-other evidence/key']);
    const unsigned = evidence(undefined);
    assert.deepEqual(faults(unsigned), ['unsigned evidence/checkpoint']);
    assert.deepEqual(faults({ ...unsigned, key: `${formatKey(own.key)}\n` }), ['key-unknown evidence/key']);
    assert.deepEqual(
      faults({ ...texts, checkpoint: texts.checkpoint!.slice(0, texts.checkpoint!.indexOf('\n\n') + 1) }),
      ['unsigned evidence/checkpoint'],
    );
  });
  it('of a rollback is that of the release gone back to', () => {
    const texts = evidence(own, [added(own)]);
    const ledger = texts['ledger.jsonl']!.replace('"publish"', '"rollback"');
    const { lines } = readLedger(ledger) as Ledger;
    const text = checkpointText({ origin: own.key.name, size: lines.length, root: ledgerRoot(lines) });
    const signature = signatureLine(own.key, sign(null, utf8(text), own.secret));
    assert.deepEqual(codes({ ...texts, 'ledger.jsonl': ledger, checkpoint: `${text}\n${signature}` }), ['whole']);
  });
  it('tells a broken chain and a wrong signature from a cut ledger', () => {
    const texts = evidence(own, [added(own)]);
    const lines = texts['ledger.jsonl']!.split('\n');
    const chain = { ...texts, 'ledger.jsonl': `${lines[0]!.replace('10:00', '10:01')}\n${lines[1]}\n` };
    assert.deepEqual(codes(chain), ['tampered', 'ledger-chain']);
    const other = pair();
    const forged = signatureLine(own.key, sign(null, utf8('x\n'), other.secret));
    const note = texts.checkpoint!.slice(0, texts.checkpoint!.indexOf('\n\n') + 2);
    assert.deepEqual(
      judge({ ...texts, checkpoint: note + forged }, { files: FILES }).faults.map(
        ({ code, where }) => `${code} ${where}`,
      ),
      ['signature-wrong evidence/checkpoint'],
    );
  });
  it('does not agree with a checkpoint of another size, another root or another name', () => {
    const texts = evidence(own, [added(own)]);
    const { lines } = readLedger(texts['ledger.jsonl']!) as Ledger;
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
    const swapped = texts.checkpoint!.replace('a.example\n', 'b.example\n');
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
    const { lines } = readLedger(texts['ledger.jsonl']!) as Ledger;
    const pinned = { size: 1, root: ledgerRoot(lines, 1) };
    assert.deepEqual(codes(texts, { files: FILES, pinned }), ['whole']);
    assert.deepEqual(codes(texts, { files: FILES, pinned: { ...pinned, size: 2 } }), ['tampered', 'pin-differs']);
    assert.deepEqual(codes(texts, { files: FILES, pinned: { ...pinned, size: 3 } }), ['tampered', 'pin-ahead']);
  });
  it('has a message in Chinese for each fault', () => {
    for (const { message } of judge(evidence(undefined), { files: new Map() }).faults)
      assert.match(message, /[\u4e00-\u9fff].*。$/);
  });
});

describe('keys over time', () => {
  const [first, second, third] = [pair(), pair(), pair()];
  const inForce = (entries: readonly NewEntry[], trusted?: VerifierKey) => {
    const { key, fault } = keyInForce(readLedger(append('', entries)) as Ledger, trusted);
    return [key && formatKey(key), fault];
  };
  it('are handed over by the old one', () => {
    assert.deepEqual(inForce([added(first), rotated(first, second)]), [formatKey(second.key), undefined]);
    assert.deepEqual(inForce([added(first), rotated(first, second, third)])[1], 'key-rotation');
  });
  it('do not take the place of one that holds', () => {
    assert.equal(inForce([added(first), added(second)])[1], 'key-rotation');
  });
  it('hold no longer once revoked, until one is added anew', () => {
    assert.deepEqual(inForce([added(first), revoked(first)]), [undefined, undefined]);
    assert.deepEqual(inForce([added(first), revoked(first), added(second)]), [formatKey(second.key), undefined]);
    assert.equal(inForce([added(first), revoked(second)])[1], 'key-unknown');
  });
  it('are not taken from an entry that nobody can read', () => {
    const entry = (rest: object): NewEntry => ({ type: 'key', at, ...rest });
    assert.deepEqual(inForce([entry({ action: 'add', key: 'x' })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ action: 'add', key: 1 })]), [undefined, 'key-unreadable']);
    assert.deepEqual(inForce([entry({ action: 'add' })]), [undefined, 'key-unreadable']);
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
  });
  it('are trusted from the one that was printed on', () => {
    assert.equal(inForce([added(first), rotated(first, second)], first.key)[1], undefined);
    assert.equal(inForce([added(first), rotated(first, second)], second.key)[1], undefined);
    assert.equal(inForce([added(first), rotated(first, second)], third.key)[1], 'key-distrusted');
    assert.equal(inForce([added(first), revoked(first), added(second)], first.key)[1], 'key-distrusted');
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
