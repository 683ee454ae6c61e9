import type { Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { type Publication, publish } from '#site/publication.ts';
import { at } from '#tests/core/lifecycle/a-life.ts';
import { aContent, aPerson, type ARound } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

/** The sample round (11 to 18 September 2024) with acts of `anAct`, as public at an instant of `2024-09-12 10:00`. */
export function aPublicationWith(acts: readonly Entry<Act>[], now: string, round: ARound = {}): Publication {
  const people = [aPerson('p1', { name: '李明' }), aPerson('p2', { name: '欧阳静' })];
  const content = aContent({ rounds: [{ people, ...round }] });
  there(there(content.programmes[0]).rounds[0]).acts.push(...acts);
  return publish(content, at(now));
}
