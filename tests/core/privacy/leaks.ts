import type { ValueKind } from '#core/privacy/kind.ts';
import { there } from '#tests/there.ts';
import type { Chance } from './chance.ts';
import { CARRIERS, INSERTIONS, PARTINGS, SPELLINGS } from './disguises.ts';
import * as values from './private-values.ts';

export interface Sample {
  /** File name, for its kind. */
  name: string;
  text: string;
  /** How it was made, without the value: what a table of misses may show. */
  made: string;
  kind?: ValueKind;
}

const BEFORE = [
  '联系人张三，',
  '',
  '（',
  '姓名：李四，',
  '候选人王五 ',
  '1. ',
  '附件：\n',
  '请拨打',
  '其本人',
  '- ',
  '备注 ',
];
const AFTER = ['。', '', '）', '，请核实。', '\n', ' 备用', '；其他略', '（本人）'];

/** One leak: an invented value, spelt, parted and filled in some way, in a sentence, in a file. */
export function leak(chance: Chance): Sample {
  const [kind, value, steps] = chance.yes(0.62) ? figure(chance) : words(chance);
  // In cells of one sign each nobody writes an address of the mail, and lines break between the cells.
  const cells = kind !== 'email' && !/[\n\r]/.test(value);
  const carrier = chance.pick(Object.keys(CARRIERS).filter((one) => cells || one !== 'one sign per cell'));
  const { name, carry } = there(CARRIERS[carrier]);
  // One sign per cell or tag is a disguise for numbers: a sentence around them would be torn apart with them.
  const alone = /every sign|per cell|inside|JSON in|double percent|put together|bold/.test(carrier);
  const sentence = alone ? value : chance.pick(BEFORE) + value + chance.pick(AFTER);
  return { name, text: carry(sentence, chance), made: `${kind} · ${steps} · ${carrier}`, kind };
}

/** Numbers that tell themselves, in any dress. */
function figure(chance: Chance): [ValueKind, string, string] {
  const [kind, value] = chance.pick<[ValueKind, string]>([
    ['identity-number', values.identityNumber(chance)],
    ['identity-number', values.identityNumber(chance)],
    ['identity-number', values.earlyIdentityNumber(chance)],
    ['mobile-number', values.mobileNumber(chance)],
    ['mobile-number', values.mobileNumber(chance)],
    ['bank-card', values.bankCard(chance)],
  ]);
  const [spelling, parting, insertion] = dress(chance);
  // Without a checksum fifteen digits in pieces are anybody's figures: people who hide them leave them whole or in groups.
  const parted =
    value.length === 15 && kind === 'identity-number' ? chance.pick(['none', 'in groups', 'every digit']) : parting;
  const spelt = there(SPELLINGS[spelling])(value, chance);
  const apart = there(PARTINGS[parted])(spelling === 'keycap' ? value : spelt, chance);
  const filled = there(INSERTIONS[insertion])(apart, chance);
  const prefixed =
    kind === 'mobile-number' && chance.yes(0.1)
      ? chance.pick(['+86 ', '+86-', '0086', '86-', '(+86)']) + filled
      : filled;
  return [kind, prefixed, `${spelling} · ${parted} · ${insertion}`];
}

function dress(chance: Chance): [string, string, string] {
  const some = (from: Readonly<Record<string, unknown>>, plain: string, share: number): string =>
    chance.yes(share) ? plain : chance.pick(Object.keys(from));
  return [some(SPELLINGS, 'plain', 0.45), some(PARTINGS, 'none', 0.35), some(INSERTIONS, 'nothing', 0.5)];
}

/** Values that need a word before them, or are words themselves. */
function words(chance: Chance): [ValueKind, string, string] {
  const [kind, text] = chance.pick<() => [ValueKind, string]>([
    ...values.LABELLED.map(({ kind, labels, value }) => (): [ValueKind, string] => [
      kind,
      chance.pick(labels) + value(chance),
    ]),
    () => ['identity-number', values.slippedIdentity(chance)],
    () => ['birth-date', values.bornOn(chance)],
    () => [
      'home-address',
      (chance.yes(0.5) ? chance.pick(['家庭住址：', '住址：', '现住址：', '家住', '户籍地址：']) : '') +
        values.homeAddress(chance),
    ],
    () => ['plate', values.plate(chance)],
    () => ['email', email(chance)],
    () => ['telephone', telephone(chance)],
  ])();
  const spelling = chance.pick(['plain', 'plain', 'full-width', 'mixed widths']);
  const insertion = chance.pick(['nothing', 'nothing', 'invisible between all', 'invisible here and there']);
  return [
    kind,
    there(INSERTIONS[insertion])(there(SPELLINGS[spelling])(text, chance), chance),
    `${spelling} · ${insertion}`,
  ];
}

function email(chance: Chance): string {
  const [local, domain] = values.emailAddress(chance);
  return chance.pick([
    `${local}@${domain}`,
    `${local}@${domain}`,
    `${local}＠${domain}`,
    `${local} @ ${domain}`,
    `${local}[at]${domain}`,
    `${local}(at)${domain.replaceAll('.', '(dot)')}`,
    `${local} at ${domain.replaceAll('.', ' dot ')}`,
    `${local}#${domain}`,
    `${local}艾特${domain.replaceAll('.', '点')}`,
    `mailto:${local}%40${domain}`,
  ]);
}

function telephone(chance: Chance): string {
  const [area, number] = values.landline(chance);
  return chance.pick([
    `${area}-${number}`,
    `${area} ${number}`,
    `(${area})${number}`,
    `（${area}）${number}`,
    `${area}${number}`,
    `${area}—${number}`,
    `+86-${area.slice(1)}-${number}`,
    `${area}-${number}-${chance.digits(3)}`,
    `${area}-${number.slice(0, -4)}-${number.slice(-4)}`,
  ]);
}
