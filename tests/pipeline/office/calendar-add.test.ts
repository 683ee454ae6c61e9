import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Arguments, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { calendarCommand } from '#pipeline/office/calendar-command.ts';
import { NOTICES } from '#tests/core/holidays/notices.ts';
import { aContent, aFolder, checked, snapshot } from '#tests/office.ts';

const ADDRESS = 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm';
const NAMES = { by: '甲某', reviewer: '乙某', address: ADDRESS };

async function noticeFile(text: string): Promise<string> {
  const file = join(await aFolder(), '通知.txt');
  await writeFile(file, text);
  return file;
}

const add = (content: string, from: string, options: Record<string, string | boolean> = {}) =>
  calendarCommand.run(new Arguments({ content, from, now: '2025-11-05T09:00:00+08:00', ...options }, ['add']), () => 0);

const notice2026 = NOTICES[2026] ?? '';

describe('npm run calendar -- add', () => {
  it('shows the days understood, and writes nothing before two people have confirmed them', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const outcome = await add(content, await noticeFile(notice2026));
    assert.equal(outcome.exit, 2);
    assert.equal(
      outcome.text,
      `国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）
读到的安排：
  元旦　放假1月1日（星期四）至1月3日（星期六），共3天；1月4日（星期日）上班
    法定元旦：1月1日（星期四）
  春节　放假2月15日（星期日）至2月23日（星期一），共9天；2月14日（星期六）、2月28日（星期六）上班
    法定春节：2月16日（星期一）、2月17日（星期二）、2月18日（星期三）、2月19日（星期四）
  清明节　放假4月4日（星期六）至4月6日（星期一），共3天
    法定清明节：4月5日（星期日）
  劳动节　放假5月1日（星期五）至5月5日（星期二），共5天；5月9日（星期六）上班
    法定劳动节：5月1日（星期五）、5月2日（星期六）
  端午节　放假6月19日（星期五）至6月21日（星期日），共3天
    法定端午节：6月19日（星期五）
  中秋节　放假9月25日（星期五）至9月27日（星期日），共3天
    法定中秋节：9月25日（星期五）
  国庆节　放假10月1日（星期四）至10月7日（星期三），共7天；9月20日（星期日）、10月10日（星期六）上班
    法定国庆节：10月1日（星期四）、10月2日（星期五）、10月3日（星期六）
合计放假33天，调休上班6天。法定的日子据《全国年节及纪念日放假办法》（2024年修订）。
农历：正月初一 2月17日（星期二），清明 4月5日（星期日），五月初五 6月19日（星期五），八月十五 9月25日（星期五）。

请由两个人各自对照通知原文逐日核对，再加 --address（通知的网址）、--by（录入人）、--reviewer（复核人）写入。什么也没有写入。
`,
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('writes exactly the file of the year, and who confirmed it', async () => {
    const content = await aContent();
    const outcome = await add(content, await noticeFile(notice2026), NAMES);
    assert.equal(outcome.exit, 0);
    assert.match(outcome.text, /已写入 .*calendar\/2026\.json，录入人甲某，复核人乙某。/);
    assert.equal(
      await readFile(join(content, 'calendar/2026.json'), 'utf8'),
      await readFile(join(ROOT, 'content/calendar/2026.json'), 'utf8'),
    );
    const { confirmed } = JSON.parse(await readFile(join(content, 'calendar/confirmed.json'), 'utf8')) as {
      confirmed: Record<string, unknown>[];
    };
    assert.deepEqual(
      confirmed.map(({ year, by, reviewer, on }) => [year, by, reviewer, on]),
      [[2026, '甲某', '乙某', '2025-11-05']],
    );
    assert.deepEqual(await checked(content), []);
  });

  it('finds a confirmed file that was changed afterwards', async () => {
    const content = await aContent();
    await add(content, await noticeFile(notice2026), NAMES);
    const file = join(content, 'calendar/2026.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"2026-06-21"', '"2026-06-22"'));
    assert.deepEqual(await checked(content), [
      'calendar/2026.json：这个文件在 2025-11-05 由甲某、乙某两人核对录入以后又被改动过。请对照通知原文，用 npm run calendar -- add --again 重新录入并由两人核对。 [calendar-unconfirmed]',
    ]);
  });

  it('takes one person for one, however the name is typed', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const from = await noticeFile(notice2026);
    await assert.rejects(add(content, from, { ...NAMES, reviewer: '甲 某' }), (error: Refusal) => {
      assert.equal(error.code, 'one-person');
      assert.equal(error.message, '录入人和复核人是同一个人。放假安排要由两个人各自对照通知原文核对，请写另一个人。');
      return true;
    });
    await assert.rejects(add(content, from, { ...NAMES, address: 'gov.cn' }), UsageError);
    assert.deepEqual(await snapshot(content), before);
  });

  it('writes nothing of a notice in which a statutory day is missing', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const text = notice2026.replace('5月1日（周五）至5日（周二）放假调休，共5天', '5月1日（周五）放假1天');
    const from = await noticeFile(text);
    const outcome = await add(content, from, NAMES);
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /「劳动节」\n.*2026年5月2日（星期六）是《全国年节及纪念日放假办法》（2024年修订）规定的劳动节假日，这里没有放假。/,
    );
    assert.match(outcome.text, /什么也没有写入。\n$/);
    assert.deepEqual(await snapshot(content), before);
  });

  it('does not write over a year that is there, unless told to', async () => {
    const content = await aContent();
    const from = await noticeFile(NOTICES[2024] ?? '');
    const other = (NOTICES[2024] ?? '').replace('10月12日（星期六）', '10月13日（星期日）');
    const address = 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm';
    // The same notice as the file that is there: nothing to refuse.
    assert.equal((await add(content, from, { ...NAMES, address })).exit, 0);
    await assert.rejects(add(content, await noticeFile(other), { ...NAMES, address }), (error: Refusal) => {
      assert.equal(error.code, 'calendar-exists');
      return true;
    });
    assert.equal((await add(content, await noticeFile(other), { ...NAMES, address, again: true })).exit, 0);
    assert.match(await readFile(join(content, 'calendar/2024.json'), 'utf8'), /2024-10-13/);
  });

  it('refuses days that another year’s file contradicts', async () => {
    const content = await aContent();
    await cp(join(ROOT, 'content/calendar'), join(content, 'calendar'), { recursive: true });
    await rm(join(content, 'calendar/2023.json'));
    const text = (NOTICES[2023] ?? '').replace(
      '2022年12月31日至2023年1月2日放假调休，共3天',
      '2022年10月8日、2023年1月1日放假调休，共2天',
    );
    await assert.rejects(add(content, await noticeFile(text), NAMES), (error: Refusal) => {
      assert.match(error.message, /2022-10-08 在 2022、2023 两年的日历文件里一个写放假、一个写上班/);
      return true;
    });
  });

  it('reads a file of Windows as well, and no sheet', async () => {
    const content = await aContent();
    const file = join(await aFolder(), '通知.txt');
    // 1月1日放假 in GB 18030: enough to see that it is decoded.
    await writeFile(file, Buffer.from([0x31, 0xd4, 0xc2, 0x31, 0xc8, 0xd5]));
    assert.match((await add(content, file)).text, /没有读到“关于…年部分节假日安排的通知”这个标题/);
    await writeFile(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await assert.rejects(add(content, file), Refusal);
    await assert.rejects(add(content, join(content, 'nowhere.txt')), Refusal);
  });
});
