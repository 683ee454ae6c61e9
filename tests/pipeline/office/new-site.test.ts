import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { newSiteAsked } from '#pipeline/office/new-site-command.ts';
import { aFolder, given, run, snapshot } from '#tests/office.ts';
import { there } from '#tests/there.ts';

const office = {
  name: '泰安工匠公示',
  organiser: '泰安市总工会',
  description: '泰安市工匠选树的公示与结果。',
  address: 'https://www.example.org/gongjiang/',
  'contact-name': '泰安市总工会经济部',
  phone: '0538-0000000',
  email: 'office@example.org',
  'site-id-code': '3709000000',
  'icp-number': '示例ICP备00000000号',
  'public-security-number': '示例公网安备00000000号',
};

const own = {
  'new-programme': 'taishan-craftsman',
  'programme-name': '泰山工匠',
  region: '山东省泰安市',
  'conferring-authority': ['泰安市人民政府'],
  'source-title': '关于开展泰山工匠选树的通知',
  'source-number': '泰工发〔2026〕1号',
  publicity: '5工作日',
  'publicity-clause': '三、（四）',
  quota: '不超过20名',
  'quota-clause': '二',
  route: ['unionNomination=工会推荐', 'selfNomination=个人自荐'],
  'routes-clause': '三、（一）',
  'outlets-text': '在市级主要媒体公示。',
  'outlets-clause': '三、（四）',
  'objection-text': '异议经查实的，取消资格。',
  'objection-clause': '三、（四）',
  'conferral-text': '由市政府命名。',
  'conferral-clause': '四',
};

async function newSite(change: Record<string, string | string[] | boolean> = {}) {
  const content = join(await aFolder(), '我们的内容');
  const outcome = await newSiteAsked(given({ content, ...office, ...change }), undefined);
  return { content, outcome };
}

describe('an office’s own content', () => {
  it('has its name and contacts, the programmes it picked, all known calendars, and nobody', async () => {
    const { content, outcome } = await newSite({ programme: ['weihai-craftsman', 'baotou-craftsman'] });
    assert.equal(outcome.exit, 0);
    assert.deepEqual(Object.keys(await snapshot(content)), [
      '.gitignore',
      ...[2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `calendar/${year}.json`),
      'programmes/baotou-craftsman/forms/approval-form.json',
      'programmes/baotou-craftsman/forms/roster.json',
      'programmes/baotou-craftsman/programme.md',
      'programmes/weihai-craftsman/forms/application.json',
      'programmes/weihai-craftsman/programme.md',
      'site.json',
    ]);
    assert.deepEqual(JSON.parse(await readFile(join(content, 'site.json'), 'utf8')), {
      name: '泰安工匠公示',
      description: '泰安市工匠选树的公示与结果。',
      organiser: '泰安市总工会',
      address: 'https://www.example.org/gongjiang/',
      siteIdCode: '3709000000',
      icpNumber: '示例ICP备00000000号',
      publicSecurityNumber: '示例公网安备00000000号',
      channels: [
        { kind: 'phone', name: '泰安市总工会经济部', areaCode: '0538', number: '0000000' },
        { kind: 'email', name: '泰安市总工会经济部', address: 'office@example.org' },
      ],
    });
    assert.equal(
      outcome.text,
      `已建立 ${content}：15 个文件，9 个年份的放假安排，2 个选树活动（weihai-craftsman、baotou-craftsman）。
里面没有任何示例人员。接下来建立一届：
  npm run new-round -- --content ${content} --programme weihai-craftsman --edition 年份
`,
    );
  });

  it('carries rules and calendars over byte for byte, and passes the strict reader and every rule', async () => {
    const { content } = await newSite({ programme: ['gangcheng-craftsman'] });
    for (const path of ['calendar/2026.json', 'programmes/gangcheng-craftsman/programme.md']) {
      assert.deepEqual(await readFile(join(content, path)), await readFile(join('content', path)), path);
    }
    const { content: read, findings } = await checkContent(content);
    assert.deepEqual(findings, []);
    assert.equal(read?.site.data.sample, undefined);
  });

  it('may set up a programme of its own, each rule with its clause', async () => {
    const { content } = await newSite(own);
    const { content: read, findings } = await checkContent(content);
    assert.deepEqual(findings, []);
    const { rules, source, organisers } = there(there(read).programmes[0]).programme.data;
    assert.deepEqual(source, {
      title: '关于开展泰山工匠选树的通知',
      number: '泰工发〔2026〕1号',
      issuers: ['泰安市总工会'],
    });
    assert.deepEqual(organisers, ['泰安市总工会']);
    assert.deepEqual(rules.publicity, {
      stated: true,
      length: 5,
      unit: 'working',
      countsFrom: 'opening-day',
      clause: '三、（四）',
    });
    assert.deepEqual(rules.quota, { count: 20, kind: 'at-most', clause: '二' });
    assert.deepEqual(rules.routes.allowed, [
      { route: 'unionNomination', name: '工会推荐' },
      { route: 'selfNomination', name: '个人自荐' },
    ]);
    assert.match(
      await readFile(join(content, 'programmes/taishan-craftsman/programme.md'), 'utf8'),
      /\n---\n\n泰山工匠选树由泰安市总工会组织。依据是《关于开展泰山工匠选树的通知》（泰工发〔2026〕1号）。\n$/,
    );
  });

  it('takes a publicity window in days, in working days, or none at all, as the document has it', async () => {
    const windows: [string, unknown][] = [
      ['7天', { stated: true, length: 7, unit: 'calendar', countsFrom: 'opening-day', clause: '三、（四）' }],
      ['3个工作日', { stated: true, length: 3, unit: 'working', countsFrom: 'opening-day', clause: '三、（四）' }],
      ['none', { stated: false, clause: '三、（四）' }],
    ];
    for (const [publicity, expected] of windows) {
      const { content } = await newSite({ ...own, publicity });
      const read = await checkContent(content);
      assert.deepEqual(read.content?.programmes[0]?.programme.data.rules.publicity, expected);
    }
  });
});

describe('setting up is refused', () => {
  const usage = async (values: Record<string, string | string[]>, message: string): Promise<void> => {
    const content = join(await aFolder(), 'content');
    await assert.rejects(newSiteAsked(given({ content, ...values }), undefined), { message });
    await assert.rejects(readdir(content), { code: 'ENOENT' });
  };

  it('with every missing option named at once', async () => {
    await usage(
      { programme: ['weihai-craftsman'] },
      '缺少 --name（网站名称，例如 泰安工匠公示）、--organiser（主办单位，例如 泰安市总工会）、--description（一句话说明网站发布什么，例如 泰山工匠选树的公示与结果。）、--address（网站地址，例如 https://www.example.org/gongjiang/）、--contact-name（负责接待的部门，例如 市总工会经济部）。这里不能提问，请用选项写明。',
    );
    await usage(office, '缺少 --programme（选用现成的选树活动）或 --new-programme（另立一个活动）。请至少写一个。');
    const unreachable = Object.fromEntries(
      Object.entries(office).filter(([flag]) => flag !== 'phone' && flag !== 'email'),
    );
    await usage(
      { ...unreachable, programme: ['weihai-craftsman'] },
      '至少要有一种联系方式：--phone、--email、--mail-address、--visit-address。请补上一种。',
    );
  });

  it('for values that are no name, address, telephone or known programme', async () => {
    const programme = ['weihai-craftsman'];
    await usage(
      { ...office, programme, address: 'www.example.org' },
      '--address（网站地址）要以 http:// 或 https:// 开头，例如 https://www.example.org/gongjiang/。',
    );
    await usage(
      { ...office, programme, phone: '电话' },
      '--phone（办公电话）要写成电话号码，例如 0631-0000000、12345、0631-12345、0631-0000000转801、400-000-0000；几个号码用顿号分开。',
    );
    await usage(
      { ...office, programme, hours: '上班时间' },
      '--hours（电话和来访的接待时间）要写成 08:30-12:00,13:30-17:30 的样子。',
    );
    await usage({ ...office, programme, name: ' ' }, '--name（网站名称）不能是空的。');
    await usage(
      { ...office, programme: ['taishan'] },
      '--programme（选用哪些现成的活动（baotou-craftsman、gangcheng-craftsman、jiaozuo-craftsman、weihai-chief-technician、weihai-craftsman））没有“taishan”。现成的有：baotou-craftsman、gangcheng-craftsman、jiaozuo-craftsman、weihai-chief-technician、weihai-craftsman。',
    );
    await usage(
      { ...office, ...own, publicity: '五个工作日' },
      '--publicity（公示几天：5工作日、7天，文件没有写明的写 none）要写成 5工作日、7天 或 none 的样子；工作日和天不同，请照文件写。',
    );
    await usage(
      { ...office, ...own, 'new-programme': 'weihai-craftsman' },
      '--new-programme weihai-craftsman 与现成的活动同名。选用它请写 --programme weihai-craftsman，另立请换一个编号。',
    );
  });

  it('where something already lies', async () => {
    const { content } = await newSite({ programme: ['weihai-craftsman'] });
    const before = await snapshot(content);
    await assert.rejects(newSiteAsked(given({ content, ...office, programme: ['baotou-craftsman'] }), undefined), {
      code: 'folder-exists',
      message: `${content} 里已经有文件，没有覆盖。请换一个目录，或先移走它。`,
    });
    assert.deepEqual(await snapshot(content), before);
  });

  it('without a terminal, at once, with exit 2', async () => {
    const content = join(await aFolder(), 'content');
    const { exit, out, err } = run('new-site', '--content', content);
    assert.deepEqual([exit, out], [2, '']);
    assert.match(err, /^缺少 --name（网站名称/);
  });
});

describe('what a version history of an office never keeps', () => {
  // Names as an office and our commands give them; a key is written wherever --out says.
  const KEPT_OUT = [
    ...['office.key', '2026.key.json', '密钥', '密钥文件', 'usb/密钥2026.json', 'signing.pem', '口令.txt'],
    ...['.import-0123456789ab/new/round.md', 'programmes/x/rounds/2026/round.md.partial-4711', 'dist.partial-aB3/old'],
    ...['.publishing/owner.json', '.jiangbang-lock', '.jiangbang-change/journal.json', '.cache/pictures/a.png'],
  ];
  const ORIGINALS = ['汇总表.xlsx', '推荐表/王磊.docx', '名单.csv', '照片.zip', '推荐表.wps'];

  function ignored(folder: string, paths: readonly string[]): string[] {
    spawnSync('git', ['init', '--quiet', folder]);
    const { stdout } = spawnSync('git', ['-c', 'core.quotePath=false', '-C', folder, 'check-ignore', '--stdin'], {
      input: paths.join('\n'),
      encoding: 'utf8',
    });
    return stdout.split('\n').filter(Boolean);
  }

  it('stands in the content folder that new-site makes, and hides nothing of the content', async () => {
    const { content } = await newSite({ programme: ['weihai-craftsman'] });
    const all = [...KEPT_OUT, ...ORIGINALS];
    assert.deepEqual(ignored(content, all), all);
    const content2026 = ['round.md', 'roster.json', 'approval.json', 'candidates/k7mq2xd.md', 'photos/k7mq2xd.jpg'];
    const told = [
      'site.json',
      'published.json',
      'calendar/2026.json',
      ...content2026.map((path) => `rounds/2026/${path}`),
    ];
    assert.deepEqual(ignored(content, told), []);
    assert.deepEqual((await checkContent(content)).findings, []);
  });

  it('stands in the repository, for an office that keeps its content in a clone', async () => {
    const clone = await aFolder();
    await copyFile('.gitignore', join(clone, '.gitignore'));
    const all = [...KEPT_OUT, 'node_modules/a/index.js', 'dist/index.html', 'content/x.partial-1'];
    assert.deepEqual(ignored(clone, all), all);
    const tracked = spawnSync('git', ['ls-files', '--cached', '--ignored', '--exclude-standard'], { encoding: 'utf8' });
    assert.equal(tracked.stdout, '');
  });
});
