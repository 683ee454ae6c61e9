import type { Option, Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, WAIT } from '#pipeline/commands/shared-options.ts';
import { patternOf } from './step.ts';
import { programmeSteps } from './steps.ts';

/** Most of them are the questions, so their names are no types. */
export const newProgrammeOptions: Options = {
  id: { type: 'string', value: '编号', help: '活动的编号，小写字母，例如 hecheng-craftsman' },
  notice: { type: 'string', value: '文件', help: '通知的文字（.txt）：原话逐字核对，条款由此得出' },
  answers: { type: 'string', value: '文件', help: '回答文件：写好的不再问，问到的记进去，中断了可以接着答' },
  questions: { type: 'boolean', help: '只列出全部问题，存下来就是空白的回答文件' },
  extend: { type: 'boolean', help: '补充已有的活动：只写要补的几项' },
  replace: { type: 'boolean', help: '与 --extend 同用：已经写明的也改写，列表重新开始' },
  form: { type: 'string', value: '文件', help: '带上 form -- learn 写成的表（.json）；可写多次', multiple: true },
  ...Object.fromEntries(
    programmeSteps.map((step): [string, Option] => [
      step.flag,
      {
        type: 'string',
        value: '值',
        help: `${step.title}：${patternOf(step)}${step.many ? '；可写多次' : ''}${step.optional ? '；可不写' : ''}`,
        multiple: true,
      },
    ]),
  ),
  ...WAIT,
  ...CONTENT,
};
