import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion } from '../act-kind.ts';
import { leavingWords } from '../act-reason.ts';
import { AFTER_RESULT, chineseState, type Remark } from '../turn.ts';

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

  // After the result only of somebody whose decision was put off.
  turns: ['before', 'open', 'suspended', 'closed', 'unknown', 'announced'],
  instead: { announced: AFTER_RESULT },
  fades: true,
  take(standing, { person }, entry, { isOfRound, announced, conferred }) {
    if (announced && (!standing.deferred.has(person) || conferred.has(person))) {
      const args = { act: '取消候选资格', state: chineseState.announced, instead: AFTER_RESULT };
      return { next: standing, remarks: [{ code: 'act-out-of-turn', field: 'kind', args, void: true }] };
    }
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
  headline: ({ reasonCode }) => {
    const words = leavingWords(reasonCode);
    return words === '取消候选资格' ? undefined : words;
  },
  feed: ({ reasonCode }, _reason, who) => {
    const words = leavingWords(reasonCode);
    return words === '取消候选资格' ? `取消${who}的候选资格。详见网页。` : `${who}${words}。详见网页。`;
  },
  closes: () => ({ old: null, new: null }),
});
