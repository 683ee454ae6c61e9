import { CONTENT_OPTION, runCommand } from '#pipeline/commands/command-line.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { answerOptions } from '#pipeline/intake/import-questions.ts';
import { photoOptions } from '#pipeline/intake/photos/photo-flags.ts';
import { WAIT_OPTION } from '#pipeline/content/writing.ts';

await runCommand(
  {
    verb: 'import',
    summary:
      '把名单读进一届：汇总表（.xlsx、.docx、.csv），或装着每人一张推荐表（申报表）的文件夹，也可以两样都写。先列出计划，确认后才写入。',
    positionals: '文件或文件夹…',
    options: {
      round: { type: 'string', value: '活动/届', help: '写入哪一届，例如 weihai-craftsman/2024' },
      yes: { type: 'boolean', help: '没有错误就写入，不再询问' },
      'check-only': { type: 'boolean', help: '只看计划，不写入' },
      report: { type: 'string', value: '文件', help: '把计划写成一个网页（.html），供同事核对' },
      sheet: { type: 'string', value: '名称', help: '有几个像名单的工作表时，读哪一个' },
      list: {
        type: 'string',
        value: '文字',
        help: '一张表里有几份名单（拟命名、提名、后备…）时，读哪一份，写标题里的字',
      },
      all: {
        type: 'string',
        value: '列名=内容',
        help: '表里没有这一列而全体相同，例如 推荐方式=个人自荐；可写多次',
        multiple: true,
      },
      'ordered-by': { type: 'string', value: '文字', help: '名单怎样排序，例如 排名不分先后' },
      ...photoOptions,
      ...answerOptions,
      wait: WAIT_OPTION,
      content: CONTENT_OPTION,
    },
    examples: [
      'npm run import -- 汇总表.xlsx --round weihai-craftsman/2024 --check-only',
      'npm run import -- 汇总表.xlsx 推荐表 --round weihai-craftsman/2024 --photos 照片 --photo-credit 单位供图 --photo-consent 本人书面同意 --yes',
    ],
  },
  importCommand,
);
