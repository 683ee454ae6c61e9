import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { aContent, given, ROUND } from '#tests/office.ts';
import { readSearchFiles } from './search-files.ts';

/**
 * Approved on the 9th of September 2024, one name corrected on the 12th (骆青川 → 骆清川), all but 庾岚 honoured on 16 October, one title
 * taken back on the 20th (帕丽扎·铁木尔): what every page and file says of it on the 21st.
 */
let site: string;
const [CORRECTED, REVOKED, LEFT_OUT] = ['p3wd9hz', 't5vb8nc', 'k7m2xq4'];
const REVOCATION = '2024年10月20日撤销称号（申报材料不实）';

before(async () => {
  const content = await aContent();
  const at = (now: string) => () => Date.parse(now);
  const approval = {
    ...{ body: '澄湖市总工会', document: '澄工发〔2024〕9号', date: '2024-09-09' },
    ...{ approver: '郑一鸣', office: '宣传教育部', reviewer: '冯二川' },
  };
  await approveCommand.run(given({ content, round: ROUND, ...approval }), at('2024-09-09T10:00:00+08:00'));
  const act = async (now: string, values: Record<string, string | string[] | boolean>): Promise<void> => {
    const done = await actCommand.run(given({ round: ROUND, content, ...values }), at(now));
    assert.equal(done.exit, 0, done.text);
  };
  await act('2024-09-12T10:00:00+08:00', {
    ...{ kind: '更正', person: ['骆青川'], field: '姓名', new: '骆清川', 'replace-former': true },
    ...{ 'reason-code': '文字差错', reason: '录入有误。' },
  });
  await act('2024-10-20T10:00:00+08:00', {
    ...{ kind: '撤销称号', person: [REVOKED], 'reason-code': '申报材料不实', reason: '经核查申报材料不实。' },
  });
  const alone = { act: '撤销', approver: '郑一鸣', 'sole-reason': '值班只有一人。' };
  await approveCommand.run(given({ content, round: ROUND, ...alone }), at('2024-10-20T11:00:00+08:00'));
  site = await buildInto({ content, now: '2024-10-21T10:00:00+08:00' });
});

const text = (path: string): Promise<string> => readFile(join(site, path), 'utf8');

describe('a corrected name', () => {
  it('stands on the person’s page with the one before, in every text of it', async () => {
    const page = await visibleText(site, `people/${CORRECTED}/`);
    assert.match(page, /更正.*2024年9月12日 10:00.*姓名\s*骆青川 → 骆清川.*文字差错：录入有误。/s);
    assert.ok(page.includes('骆清川在渡轮机舱里干了十八年'));
  });

  it('is found by the name before', async () => {
    const search = await readSearchFiles(site);
    assert.ok(search.placesOf('骆青川').includes('人选'));
    assert.ok(search.placesOf('骆清川').includes('人选'));
  });
});

describe('a title taken back', () => {
  it('is said in hits, index, data and copies as on notice and card', async () => {
    const shards = JSON.parse(await text('search/people.json')) as { shards: { name: string }[] };
    const hits = await Promise.all(shards.shards.map(({ name }) => text(`search/people/${name}.json`)));
    assert.ok(hits.join('').includes(REVOCATION));
    assert.ok((await visibleText(site, 'search/')).includes(REVOCATION));
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      await text(`people/${REVOKED}/index.html`),
    );
    const { mainEntity } = JSON.parse(data?.[1] ?? '{}') as { mainEntity: Record<string, unknown> };
    assert.equal(mainEntity['description'], REVOCATION);
    assert.equal(mainEntity['award'], undefined);
    for (const page of [`${ROUND}/share/`, `${ROUND}/notice/`])
      assert.ok((await text(`${page}index.html`)).replace(/<\/?span[^>]*>/g, '').includes(REVOCATION), page);
    for (const page of [`people/${REVOKED}/share/`, `embed/people/${REVOKED}/`]) {
      assert.ok((await visibleText(site, page)).includes('该称号已于2024年10月20日撤销'), page);
    }
  });

  it('by one person says why by one', async () => {
    assert.ok((await visibleText(site, `${ROUND}/notice/`)).includes('一人办理：值班只有一人。'));
  });
});

describe('a copy', () => {
  it('does not carry on what has faded', async () => {
    const copy = await text(`${ROUND}/share/index.html`);
    assert.ok(!copy.includes('庾岚'), LEFT_OUT);
    assert.ok(copy.includes('骆清川'));
  });
});

describe('the record of an approval', () => {
  it('names body, document, day and office, and nobody', async () => {
    const notice = await visibleText(site, `${ROUND}/notice/`);
    assert.ok(notice.includes('批准：澄湖市总工会，澄工发〔2024〕9号（2024年9月9日），批准人：宣传教育部'), notice);
    for (const file of [`${ROUND}/notice/index.html`, `${ROUND}/status.json`]) {
      assert.ok(!(await text(file)).includes('郑一鸣'), file);
    }
  });
});
