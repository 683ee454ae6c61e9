import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '#pipeline/commands/root.ts';
import { programmeSteps } from '#pipeline/office/programme/steps.ts';
import { run } from '#tests/office.ts';

/** What each verb takes beside --json and --help, in the order of its help. */
const OPTIONS: Record<string, string> = {
  desk: 'port no-open idle content',
  start: 'content out base now cold port',
  dev: 'content now port',
  check: 'content',
  build: 'content out base now cold',
  preview: 'out base port',
  test: 'only',
  window: 'opens closes length unit counts-from published programme closing-time content',
  calendar: 'from address by reviewer date again now wait content',
  'new-site':
    'content name organiser description address contact-name phone email mail-address postcode visit-address hours site-id-code icp-number public-security-number programme new-programme programme-name region programme-organiser conferring-authority source-title source-issuer source-number source-date source-address publicity publicity-clause counts-from quota quota-clause route routes-clause outlets-text outlets-clause objection-text objection-clause conferral-text conferral-clause wait',
  'new-round':
    'programme edition label year title published opens opening-time closes length unit counts-from closing-time outlet contact-name phone email mail-address postcode visit-address hours postmark anonymous tier open-tiers nominating-body notice-title notice-document issuer wait content',
  'new-notice':
    'round kind id title document issuer published opens closes length unit outlet ordered-by person leave-out tier wait content',
  template: 'programme round out content',
  sbom: 'out now',
  update: 'back check-only key',
  'new-programme': `id notice answers questions extend replace form ${programmeSteps.map(({ flag }) => flag).join(' ')} wait content`,
  form: 'programme id name clause answers wait content',
  import:
    'round yes check-only report sheet list all ordered-by photos photo-credit photo-consent same new from honour-level summary-from trade-from add-bodies body-kind real-name subject confirm-pdf cell head remove added opens published keep-edited take-sheet keep-person take-person wait content',
  edit: 'round person add set real-name remove order ordered-by check-only wait content',
  photo: 'round person focus remove-photo credit consent by checked-by wait content',
  media: 'check-only wait content',
  accept: 'round code person reason words meaning by wait content',
  proof: 'round notice act result further takedown out now content',
  paper: 'round notice only out fonts now content',
  approve:
    'round notice act result further takedown body document date approver office reviewer sole-reason again now wait content',
  export: 'round notice out content',
  act: 'round notice kind reason-code reason document person field old new replace-former keep-former withhold-old new-close resumes-on opens closes title issuer whole text date time check-only now wait content',
  result:
    'round document authority date published time not-conferred confer further objections title title-until text check-only now wait content',
  takedown: 'person reason-code to check-only key passphrase-file key-lost unsigned now wait content',
  due: 'since ics now content',
  publish:
    'to site content now first drop-past wait key passphrase-file key-lost unsigned ledger new-ledger built clock-from',
  compare: 'address site',
  observe: 'every times record out time-stamp',
  rollback: 'to release content key passphrase-file key-lost unsigned ledger wait',
  keys: 'key out name passphrase-file new-passphrase-file now',
  verify: 'pinned max-age now key',
  audit: 'allow content waivers',
};

const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the scripts of package.json', () => {
  it('are the verbs of an office, each a script of one line, and what developers have beside them', async () => {
    assert.deepEqual(Object.keys(scripts).sort(), [...Object.keys(OPTIONS), 'campaign', 'format'].sort());
    for (const verb of Object.keys(OPTIONS)) {
      assert.equal(scripts[verb], `node scripts/${verb}.ts`);
      const lines = (await readFile(join(ROOT, `scripts/${verb}.ts`), 'utf8')).split('\n');
      assert.match(
        lines.filter((line) => line !== '' && !line.startsWith('import ')).join('\n'),
        /^await runCommand\(\w+Command\);$/,
        verb,
      );
    }
  });
});

describe('the help of every verb', () => {
  for (const [verb, options] of Object.entries(OPTIONS)) {
    it(`${verb} --help ends well and lists exactly its options`, async () => {
      const { exit, out } = await inThisProcess(verb, '--help');
      assert.equal(exit, 0);
      const [usage = '', , summary = ''] = out.split('\n');
      assert.match(usage, new RegExp(`^npm run ${verb} -- (?:\\S.* )?\\[选项\\]$`));
      assert.match(summary, /[。]$/);
      const [rows = ''] = out.split('\n例：\n');
      assert.deepEqual(
        [...rows.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name),
        [...options.split(' '), 'json', 'help'].filter((name) => name !== ''),
      );
    });

    it(`${verb} names the options there are when it is given another one`, async () => {
      const known = [...options.split(' '), 'json', 'help'].filter((name) => name !== '').map((name) => `--${name}`);
      const message = `没有 --nonsense 这个选项。可用的有：${known.join(' ')}。`;
      const { exit, out } = await inThisProcess(verb, '--nonsense', '--json');
      assert.equal(exit, 2);
      assert.deepEqual(JSON.parse(out), { error: { code: 'usage', message } });
    });
  }
});

describe('a process of its own', () => {
  it('answers --help on standard output', () => {
    const { exit, out, err } = run('keys', '--help');
    assert.deepEqual([exit, err], [0, '']);
    assert.match(out, /^npm run keys -- make\|show\|protect\|rotate\|revoke \[选项\]\n/);
  });

  it('says on standard error what is wrong with its options, and where the help is', () => {
    assert.deepEqual(run('verify', '--max-age'), {
      exit: 2,
      out: '',
      err: '--max-age 后面的值不对：要值的请写上值，不要值的请去掉值。\n用法见：npm run verify -- --help\n',
    });
  });

  it('loads Astro, sharp and the reader of codes only where they are needed', () => {
    for (const verb of ['check', 'window', 'act', 'import', 'approve', 'due', 'verify', 'takedown', 'publish']) {
      const { exit, out } = run('../tests/pipeline/commands/what-loads', verb);
      assert.equal(exit, 0, verb);
      const packages = JSON.parse(out) as string[];
      assert.ok(packages.includes('zod'), verb);
      const heavy = ['astro', 'pagefind', 'sharp', 'zxing-wasm', 'vite', 'playwright'];
      assert.deepEqual(
        packages.filter((name) => heavy.includes(name)),
        [],
        verb,
      );
    }
  });
});

/** Runs a script as `node` would, without the second that a process costs: only texts are caught, the runner of the tests writes bytes. */
async function inThisProcess(verb: string, ...words: string[]): Promise<{ exit: number; out: string }> {
  const { argv, exitCode } = process;
  const script = join(ROOT, `scripts/${verb}.ts`);
  let out = '';
  const real: (chunk: Uint8Array) => boolean = process.stdout.write.bind(process.stdout);
  const write = mock.method(process.stdout, 'write', (chunk: string | Uint8Array) => {
    if (typeof chunk !== 'string') return real(chunk);
    out += chunk;
    return true;
  });
  try {
    process.argv = [process.execPath, script, ...words];
    // Another address is another module, which runs again.
    await import(`${pathToFileURL(script).href}?${words.join('')}`);
    return { exit: Number(process.exitCode ?? 0), out };
  } finally {
    write.mock.restore();
    Object.assign(process, { argv, exitCode });
  }
}
