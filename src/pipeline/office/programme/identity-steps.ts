import { line } from '#pipeline/office/contact-questions.ts';
import { address, date } from './part.ts';
import type { Entry, Part, Step } from './step.ts';

/** Who does it, where, and by which document. */
export const identitySteps: readonly Step[] = [
  plain('name', '活动名称', { example: '荷城工匠' }),
  {
    ...plain('title', '称号', { about: '获得者叫什么' }),
    fallback: (answers) => answers['name'] ?? [],
  },
  plain('region', '地区', { example: '山东省泰安市' }),
  listed('organiser', '主办单位', 'organisers'),
  { ...plain('steering-office', '办事机构', { about: '领导小组办公室等，没有可不写' }), optional: true },
  { ...listed('jury', '评审组织', 'jury'), optional: true },
  listed('conferring-authority', '命名机关', 'conferringAuthority', '命名或发文公布的机关'),
  sourced('source-title', '依据文件', 'title', { example: '关于开展荷城工匠选树活动的通知' }),
  { ...sourced('source-number', '文号', 'number', {}), optional: true },
  {
    flag: 'source-issuer',
    title: '印发单位',
    parts: [{ name: '印发单位', check: line }],
    many: true,
    fallback: (answers) => answers['organiser'] ?? [],
    put: (items) => [{ path: ['source', 'issuers'], value: items.map(([one]) => one) }],
  },
  { ...sourced('source-date', '文件日期', 'date', { example: '2026-01-15', check: date }), optional: true },
  { ...sourced('source-address', '文件网址', 'address', { check: address }), optional: true },
  {
    ...added('district', '区县', ['districts'], '名单里的“所属区县”只认这些写法'),
    optional: true,
  },
  { ...added('remark', '备注', ['remarks'], '文件里写得不一致、没有写明的地方，照实记下'), optional: true },
];

interface Told {
  about?: string;
  example?: string;
  check?: (text: string) => string | undefined;
}

function part(name: string, { example, check = line }: Told): Part {
  return { name, check, ...(example !== undefined && { example }) };
}

function plain(flag: string, title: string, told: Told): Step {
  const key = flag === 'steering-office' ? 'steeringOffice' : flag;
  return {
    flag,
    title,
    ...(told.about !== undefined && { about: told.about }),
    parts: [part(title, told)],
    put: ([[value]]) => [{ path: [key], value: value }],
  };
}

function sourced(flag: string, title: string, key: string, told: Told): Step {
  return {
    ...plain(flag, title, told),
    put: ([[value]]) => [{ path: ['source', key], value: value }],
  };
}

function listed(flag: string, title: string, key: string, about?: string): Step {
  return added(flag, title, [key], about);
}

function added(flag: string, title: string, path: readonly string[], about?: string): Step {
  return {
    flag,
    title,
    ...(about !== undefined && { about }),
    parts: [part(title, {})],
    many: true,
    put: (items): Entry[] => items.map(([value]) => ({ path, value, add: true })),
  };
}
