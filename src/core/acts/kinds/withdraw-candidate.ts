import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion } from '../act-kind.ts';
import { AFTER_RESULT, type Remark } from '../turn.ts';

/** 取消候选资格: one person of the list, once. */
export const withdrawCandidate = actKind({
  kind: 'withdraw-candidate',
  words: '取消候选资格',
  reasons: [
    'identity-untrue',
    'deeds-insufficient',
    'disciplined',
    'safety-accident',
    'materials-untrue',
    'ineligible',
    'unlawful',
    'own-wish',
    'deceased',
    'left-post',
    'objection-upheld',
    'superior-decision',
    'secrecy',
  ],
  shape: { person: idSchema },

  turns: ['before', 'open', 'suspended', 'closed', 'unknown'],
  instead: { announced: AFTER_RESULT },
  fades: true,
  take(standing, { person }, entry, { isOfRound }) {
    const code = !isOfRound(person)
      ? 'act-person-unknown'
      : standing.withdrawn.has(person)
        ? 'act-person-already-withdrawn'
        : undefined;
    const remarks: Remark[] = code ? [{ code, field: 'person', args: { id: person }, void: true }] : [];
    return { next: { ...standing, withdrawn: new Map([...standing.withdrawn, [person, entry]]) }, remarks };
  },

  questions: { person: personQuestion },
  read: (answers) => ({ people: answers.texts('person') }),
  make({ people }) {
    const [person] = people;
    if (people.length !== 1 || person === undefined) {
      throw new CannotMake('请用 --person 写明是哪一个人的编号，只写一个。');
    }
    return { person };
  },

  whom: ({ person }) => [person],
  changes: () => [],
  feed: () => '取消1人的候选资格。详见网页。',
  closes: () => ({ old: null, new: null }),
});
