import { z } from 'zod';
import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion } from '../act-kind.ts';
import { NOT_CONFERRED, type Remark } from '../turn.ts';

/** 撤销称号: some people, or the whole decision. */
export const revoke = actKind({
  kind: 'revoke',
  words: '撤销称号',
  reasons: [
    'identity-untrue',
    'deeds-insufficient',
    'disciplined',
    'safety-accident',
    'materials-untrue',
    'ineligible',
    'unlawful',
    'duty-neglected',
    'own-wish',
    'left-post',
    'objection-upheld',
    'procedure-faulty',
    'superior-decision',
  ],
  shape: { people: z.array(idSchema).min(1).optional(), whole: z.literal(true).optional() },
  flaws: ({ people, whole }) =>
    (people === undefined) === (whole === undefined) ? [{ code: 'revoke-whom', field: 'people' }] : [],

  turns: ['announced'],
  instead: { before: NOT_CONFERRED, open: NOT_CONFERRED, suspended: NOT_CONFERRED, closed: NOT_CONFERRED },
  fades: true,
  take(standing, { whole, people = [] }, entry, { conferred }) {
    if (whole) {
      const twice: Remark[] = [{ code: 'revoke-whole-twice', field: 'whole', args: {}, void: true }];
      return { next: { ...standing, wholeRevoked: entry }, remarks: standing.wholeRevoked ? twice : [] };
    }
    const remarks = people.flatMap((id, index): Remark[] => {
      const field = `people.${index}`;
      if (!conferred.has(id)) return [{ code: 'revoke-not-conferred', field, args: { id }, void: true }];
      const again = standing.revoked.has(id) || standing.wholeRevoked !== undefined || people.indexOf(id) < index;
      return again ? [{ code: 'revoke-twice', field, args: { id }, void: true }] : [];
    });
    const revoked = new Map([...standing.revoked, ...people.map((id) => [id, entry] as const)]);
    return { next: { ...standing, revoked }, remarks };
  },

  questions: { person: personQuestion, whole: { type: 'boolean', help: '撤销整个决定（revoke）' } },
  read: (answers) => ({ people: answers.texts('person'), whole: answers.flag('whole') }),
  make({ people, whole }) {
    if (people.length > 0 === whole) {
      throw new CannotMake('请用 --person 写明撤销谁的称号（可写多次），或用 --whole 撤销整个决定，只写一种。');
    }
    return whole ? { whole: true as const } : { people };
  },

  headline: ({ whole, reasonCode }) =>
    whole ? '撤销本次全部称号' : reasonCode === 'own-wish' ? '本人放弃称号' : undefined,
  whom: ({ people = [] }) => people,
  everywhere: ({ whole }) => whole === true,
  changes: () => [],
  feed: ({ whole, reasonCode }, _reason, who) =>
    whole
      ? '撤销本次命名的全部称号。详见网页。'
      : reasonCode === 'own-wish'
        ? `${who}放弃称号。详见网页。`
        : `撤销${who}的称号。详见网页。`,
  closes: () => ({ old: null, new: null }),
});
