import { NOTICE_SENTENCES, OFFICE_PROSE } from '#tests/fixtures/privacy/notice-sentences.ts';
import { there } from '#tests/there.ts';
import type { Chance } from '../chance.ts';
import { DOORS } from './doors.ts';
import type { Planted } from './plant.ts';

/** The office's own contacts, as the five notices print such lines; declared, hence no finding. The numbers are invented. */
export const DECLARED: readonly string[] = ['5170317', '0631-5170317', '82345671', 'zghgjb' + '@163.com'];

const CONTACTS: readonly string[] = [
  '联系人：某某     电 话：5170317',
  '联系电话：0631-5170317，82345671。',
  '监督举报电话12380；政策咨询请拨打12333。',
  `邮 箱：${DECLARED[3] ?? ''}（邮件标题注明“工匠申报”）`,
  '邮寄地址：威海市胶州路7号市人力资源社会保障局615室，邮编264200',
  '地址：海州区东盐河路17号市总工会劳动和经济工作部（工作日8:30—11:30，14:00—17:30）',
];

/** Sentences with figures of every size, whose words say what they count. */
const FIGURES: readonly ((chance: Chance) => string)[] = [
  (c) => `全年完成产值${c.whole(1, 9)}${c.digits(10)}元，同比增长${c.whole(2, 20)}.${c.digits(1)}%`,
  (c) => `合同金额${c.whole(1, 9)}${c.digits(3)}.${c.digits(2)}万元`,
  (c) => `累计生产轴承${c.whole(1, 9)}${c.digits(c.whole(4, 7))}件，合格率99.${c.digits(2)}%`,
  (c) => `节电${c.whole(10, 99)}${c.digits(4)}千瓦时，减排${c.whole(100, 999)}吨`,
  (c) => `总投资人民币${c.whole(1, 99)}亿${c.whole(1000, 9999)}万元`,
  (c) => `获奖金${c.whole(1, 9)},${c.digits(3)}元，另补贴${c.digits(3)}元`,
  (c) => `线上点赞${c.whole(10, 99)}${c.digits(5)}次，有效票${c.whole(1, 9)}${c.digits(4)}票`,
  (c) => `培训${c.whole(10, 99)}期${c.whole(1000, 9999)}人次，${c.whole(1990, 2025)}年以来带徒${c.whole(2, 60)}名`,
  (c) => `威政办字〔${c.whole(2005, 2026)}〕${c.whole(1, 200)}号、工发〔${c.whole(2005, 2026)}〕${c.whole(1, 99)}号`,
  (c) => `发明专利ZL${c.whole(2008, 2024)}1${c.digits(7)}.${c.whole(0, 9)}，实用新型${c.whole(2, 30)}项`,
  (c) => `证书编号：${c.whole(15, 22)}15${c.digits(12)}，等级：高级技师`,
  (c) => `公示时间为${c.whole(2018, 2026)}年${c.whole(1, 12)}月${c.whole(1, 28)}日至${c.whole(1, 28)}日，共5个工作日`,
  (c) =>
    `直径${c.whole(10, 99)}.${c.digits(2)}±0.0${c.whole(1, 9)}毫米，${c.whole(100, 900)}×${c.whole(100, 900)}×${c.whole(10, 99)}mm`,
  (c) =>
    `得分：${c.whole(80, 99)}.${c.digits(2)}、${c.whole(80, 99)}.${c.digits(2)}、${c.whole(80, 99)}.${c.digits(2)}`,
  (c) =>
    `第${c.whole(1, 20)}批第${c.whole(1, 300)}号，${c.whole(1960, 1999)}年${c.whole(1, 12)}月生，${c.whole(1985, 2015)}年参加工作`,
  (c) => `手机：1${c.whole(3, 9)}${c.digits(1)}****${c.digits(4)}，卡号 6222 **** **** ${c.digits(4)}`,
  (c) => `${c.whole(1, 9)}号机组连续运行${c.whole(1000, 9999)}天，标准GB/T ${c.digits(4)}-${c.whole(1990, 2024)}`,
  (c) => `统一编号SB-${c.whole(2010, 2024)}-${c.digits(5)}，型号XK${c.digits(4)}，${c.whole(2, 9)}台`,
];

const SENTENCES = [...Object.values(NOTICE_SENTENCES).flat(), ...OFFICE_PROSE];

/** One to four sentences of real notices, of office prose, of contacts and of figures, in a file. */
export function unplanted(chance: Chance): Planted {
  const sorts = Array.from({ length: chance.whole(1, 4) }, () =>
    chance.pick(['notice', 'notice', 'figures', 'contact']),
  );
  const text = sorts.map((sort) => sentence(sort, chance)).join(chance.pick(['。', '\n', ' ', '；']));
  // An address that marks cut in two is no longer the one that was declared.
  const cuts = sorts.includes('contact') ? /^(?:page with marks|document of Word)$/ : /^$/;
  const door = chance.pick(Object.keys(DOORS).filter((one) => !cuts.test(one)));
  return { ...there(DOORS[door])(text, chance), made: `${sorts.join(' + ')} · ${door}`, door };
}

function sentence(sort: string, chance: Chance): string {
  if (sort === 'notice') return chance.pick(SENTENCES);
  return sort === 'contact' ? chance.pick(CONTACTS) : chance.pick(FIGURES)(chance);
}
