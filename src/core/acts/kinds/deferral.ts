import { z } from 'zod';
import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion } from '../act-kind.ts';
import { AFTER_RESULT, type Remark } from '../turn.ts';

/** 暂缓: the decision about some of the list is put off; nobody is accused, and nobody leaves the pages. */
export const deferral = actKind({
  kind: 'deferral',
  words: '暂缓命名',
  reasons: ['objection-examined', 'facts-changed', 'superior-decision', 'procedure-faulty', 'force-majeure'],
  shape: { people: z.array(idSchema).min(1) },

  turns: ['before', 'open', 'suspended', 'closed', 'unknown'],
  instead: { announced: AFTER_RESULT },
  take(standing, { people }, entry, { isOfRound }) {
    const remarks = people.flatMap((id, index): Remark[] => {
      const field = `people.${index}`;
      if (!isOfRound(id)) return [{ code: 'act-person-unknown', field, args: { id }, void: true }];
      if (standing.withdrawn.has(id)) return [{ code: 'deferral-of-withdrawn', field, args: { id }, void: true }];
      const known = standing.deferred.get(id);
      const again = (known && !known.lifted) || people.indexOf(id) < index;
      return again ? [{ code: 'deferral-twice', field, args: { id }, void: true }] : [];
    });
    const added = people.map((id) => [id, { act: entry, lifted: undefined }] as const);
    return { next: { ...standing, deferred: new Map([...standing.deferred, ...added]) }, remarks };
  },

  questions: { person: personQuestion },
  read: (answers) => ({ people: answers.texts('person') }),
  make({ people }) {
    if (people.length === 0) throw new CannotMake('请用 --person 写明暂缓谁的编号，可写多次。');
    return { people };
  },
  effect: () => [
    '名单、网页和照片照常展示，不写原因；解除请用 lift-deferral，命名请用补充公布（npm run result -- --further）。',
  ],

  whom: ({ people }) => people,
  changes: () => [],
  feed: (_act, _reason, who) => `${who}暂缓命名，结果另行公布。详见网页。`,
  closes: () => ({ old: null, new: null }),
});
