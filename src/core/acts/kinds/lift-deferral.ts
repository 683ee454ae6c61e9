import { z } from 'zod';
import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion } from '../act-kind.ts';
import type { Remark } from '../turn.ts';

/** 解除暂缓: what was put off is taken up again. */
export const liftDeferral = actKind({
  kind: 'lift-deferral',
  words: '解除暂缓',
  reasons: ['examination-finished', 'facts-changed', 'superior-decision'],
  shape: { people: z.array(idSchema).min(1) },

  turns: ['before', 'open', 'suspended', 'closed', 'unknown', 'announced'],
  instead: {},
  // Whoever is a candidate again fades with the others.
  fades: true,
  take(standing, { people }, entry) {
    const remarks = people.flatMap((id, index): Remark[] => {
      const known = standing.deferred.get(id);
      const open = known && !known.lifted && !standing.withdrawn.has(id) && people.indexOf(id) === index;
      return open ? [] : [{ code: 'lift-without-deferral', field: `people.${index}`, args: { id }, void: true }];
    });
    const lifted = people.flatMap((id) => {
      const known = standing.deferred.get(id);
      return known ? [[id, { ...known, lifted: entry }] as const] : [];
    });
    return { next: { ...standing, deferred: new Map([...standing.deferred, ...lifted]) }, remarks };
  },

  questions: { person: personQuestion },
  read: (answers) => ({ people: answers.texts('person') }),
  make({ people }) {
    if (people.length === 0) throw new CannotMake('请用 --person 写明解除谁的暂缓，可写多次。');
    return { people };
  },

  whom: ({ people }) => people,
  changes: () => [],
  feed: (_act, _reason, who) => `${who}解除暂缓。详见网页。`,
  closes: () => ({ old: null, new: null }),
});
