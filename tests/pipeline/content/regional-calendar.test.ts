import assert from 'node:assert/strict';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { windowCommand } from '#pipeline/office/window-command.ts';
import { aContent, checked, given, retype } from '#tests/office.ts';

/** Shanghai moved its days for 进博会: off 5 and 6 November 2018, at work Saturday 3 and Sunday 11. */
const SHANGHAI_2018 = {
  region: 'shanghai',
  year: 2018,
  document: { title: '上海市人民政府办公厅关于进博会期间调休放假的通知', date: '2018-10-22' },
  holidays: [{ name: '进博会', daysOff: ['2018-11-05', '2018-11-06'], makeUpWorkdays: ['2018-11-03', '2018-11-11'] }],
};

async function aCity(overlay: object, name = 'shanghai-2018.json', used = 'shanghai'): Promise<string> {
  const content = await aContent();
  await cp(join(ROOT, 'content/calendar'), join(content, 'calendar'), { recursive: true });
  await mkdir(join(content, 'calendar/regional'));
  await writeFile(join(content, 'calendar/regional', name), JSON.stringify(overlay));
  if (used !== '')
    await retype(
      content,
      'site.json',
      '"governmental": false,',
      `"governmental": false,\n  "regionalCalendar": "${used}",`,
    );
  return content;
}

const window = (content: string, opens: string) =>
  windowCommand.run(given({ content, opens, length: '5', unit: 'working' }));

const year2024 =
  'round.md 第 6 行「publicity.opensOn」：公示期用到2024年，“shanghai”的调整只有 2018年的，2024年按全国的安排算。请核对当地2024年有没有调整：有的，补上 calendar/regional/shanghai-2024.json；没有的，也放一个 holidays 为 [] 的同名文件，或在 round.md 的 accepted 中写明。 [regional-year-missing]';

describe('a city’s own days off', () => {
  it('count where file, region and setting say the same', async () => {
    const content = await aCity(SHANGHAI_2018);
    assert.match((await window(content, '2018-11-01')).text, /2018年11月8日（星期四）24:00截止。/);
    assert.deepEqual(await checked(content), [year2024]);
  });

  it('are asked for in a year for which the city says nothing, also by the calculator', async () => {
    const content = await aCity(SHANGHAI_2018);
    assert.match(
      (await window(content, '2019-11-01')).text,
      /\n△ “shanghai”的调整里没有2019年的，这里按全国的安排算。当地2019年有调整的，请先补上 calendar\/regional\/shanghai-2019\.json。\n$/,
    );
    const none = { ...SHANGHAI_2018, year: 2024, holidays: [] };
    await writeFile(join(content, 'calendar/regional/shanghai-2024.json'), JSON.stringify(none));
    assert.deepEqual(await checked(content), []);
  });

  it('are never ignored in silence: a region spelt otherwise than its file', async () => {
    const content = await aCity({ ...SHANGHAI_2018, region: '上海市' });
    assert.deepEqual(await checked(content), [
      'calendar/regional/shanghai-2018.json「region」：文件里 region 写的是“上海市”，文件名里的地区是“shanghai”，两处不同，这些日子用不上。请把 region 改成“shanghai”；site.json 的 regionalCalendar 也写“shanghai”。 [regional-region-differs]',
    ]);
    // The calculator refuses what it would otherwise compute a day short.
    await assert.rejects(window(content, '2018-11-01'), Refusal);
  });

  it('are never ignored in silence: an overlay nobody uses, a setting that names none', async () => {
    assert.deepEqual(await checked(await aCity(SHANGHAI_2018, 'shanghai-2018.json', '')), [
      'calendar/regional/shanghai-2018.json：site.json 没有写 regionalCalendar，“shanghai”的调整用不上，公示期会照全国的安排算。请在 site.json 写 "regionalCalendar": "shanghai"；不是本地的，请移走这个文件。 [regional-unused]',
    ]);
    const [unused, missing, ...more] = await checked(await aCity(SHANGHAI_2018, 'shanghai-2018.json', 'shangha'));
    assert.deepEqual(more, []);
    assert.match(unused ?? '', /site\.json 的 regionalCalendar 写的是“shangha”，“shanghai”的调整用不上。/);
    assert.match(missing ?? '', /regionalCalendar 写的是“shangha”，却没有一个 calendar\//);
  });

  it('are never ignored in silence: a file of another name or year', async () => {
    for (const name of ['上海-2018.json', 'Shanghai-2018.json', 'shanghai.json', 'shanghai_2018.json']) {
      const [first] = await checked(await aCity(SHANGHAI_2018, name));
      assert.equal(
        first,
        `calendar/regional/${name}：这个文件名不合规定，里面的日子不会用到。全国的放假安排是 calendar/年份.json（例如 calendar/2027.json，用 npm run calendar -- add 录入）；一地自己的调整是 calendar/regional/地区拼音-年份.json（例如 calendar/regional/shanghai-2018.json，里面 region 写 shanghai）。写法见 docs/命令行.md“放假安排的文件”。请改名，或移走它。 [calendar-file-name]`,
      );
    }
    const content = await aCity(SHANGHAI_2018);
    await rename(
      join(content, 'calendar/regional/shanghai-2018.json'),
      join(content, 'calendar/regional/shanghai-2019.json'),
    );
    assert.match(
      (await checked(content)).join('\n'),
      /regional\/shanghai-2019\.json「year」：文件名的年份与文件里写的 year 不一致。请改成 shanghai-2018\.json。/,
    );
    await rm(join(content, 'calendar/regional'), { recursive: true });
    await writeFile(join(content, 'calendar/2027年.json'), '{}');
    assert.match((await checked(content)).join('\n'), /calendar\/2027年\.json：这个文件名不合规定/);
  });

  it('hold to the same sense as the national ones', async () => {
    const daysOff = ['2018-11-05', '2018-11-06', '2081-11-07'];
    const makeUpWorkdays = ['2018-11-05', '2018-11-08'];
    const wrong = { ...SHANGHAI_2018, holidays: [{ name: '进博会', daysOff, makeUpWorkdays }] };
    const said = (await checked(await aCity(wrong))).join('\n');
    assert.match(said, /2018-11-05 既写成放假又写成调休上班。/);
    assert.match(said, /2018-11-08 是周一至周五，不会是调休上班日。/);
    assert.match(said, /2081-11-07 不在2018年（含上一年12月）之内。/);
  });
});
