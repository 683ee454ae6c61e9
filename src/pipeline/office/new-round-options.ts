import { optionsOf } from '#pipeline/commands/ask.ts';
import type { Options } from '#pipeline/commands/define-command.ts';
import { contactQuestions } from './contact-questions.ts';

/** For the help: what is asked does not depend on the programme except for its length and its kinds. */
export const ROUND_OPTIONS = {
  label: { type: 'string', value: '文字', help: '届次的叫法，默认“2027年度”的样子' },
  year: { type: 'string', value: '年份', help: '年份，默认取 --edition 的前四位' },
  title: { type: 'string', value: '文字', help: '本届的名称，例如 2027年度威海工匠选树' },
  published: { type: 'string', value: '日期', help: '公示发布之日' },
  opens: { type: 'string', value: '日期', help: '公示首日' },
  'opening-time': { type: 'string', value: '时间', help: '首日几点开始，默认全天都算' },
  closes: { type: 'string', value: '日期', help: '公示截止日，与推算不符时不写入' },
  length: { type: 'string', value: '天数', help: '公示几天；只在活动的文件没有写明时要写' },
  unit: { type: 'string', value: '单位', help: 'working 工作日，calendar 天；同上' },
  'counts-from': { type: 'string', value: '起算', help: 'opening-day 首日算第1天（默认），next-day 次日起算；同上' },
  'closing-time': { type: 'string', value: '时间', help: '截止日的钟点，默认到当天24时' },
  outlet: { type: 'string', value: '媒体', help: '公示媒体，可写多次；活动规定了的可不写', multiple: true },
  ...optionsOf(contactQuestions),
  postmark: { type: 'string', value: '邮戳', help: 'dispatch 以寄出为准，arrival 以到达为准' },
  anonymous: { type: 'string', value: '匿名', help: 'refused 不受理，discouraged 提倡实名' },
  tier: {
    type: 'string',
    value: '档次=人数',
    help: '各档公示几名，例如 craftsman=40；差额公示的写 craftsman=25,20（至多命名20名）；可写多次',
    multiple: true,
  },
  'open-tiers': {
    type: 'string',
    value: '单位',
    help: '公示时不分档次、以后由谁评定，例如 市评审委员会；差额的写 市评审委员会=50',
  },
  'nominating-body': {
    type: 'string',
    value: '单位',
    help: '推荐单位，可写多次；分类别的写成 环翠区总工会=county',
    multiple: true,
  },
  'notice-title': { type: 'string', value: '文字', help: '公示的标题' },
  'notice-document': { type: 'string', value: '文号', help: '公示的文号，可不写' },
  issuer: { type: 'string', value: '单位', help: '公示的落款单位，可写多次，默认为主办单位', multiple: true },
} as const satisfies Options;

/** An option that answers a question about the round. */
export type RoundFlag = keyof typeof ROUND_OPTIONS;
