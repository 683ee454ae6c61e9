import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subjectsOf } from '#pipeline/build/pictures/subjects.ts';
import { noticeData, personData } from '#site/feeds/structured-data.ts';
import { noticeCard, personCard } from '#site/pages/card-view.ts';
import { currentNotice, profileView } from '#site/pages/profile-view.ts';
import { settledView } from '#site/pages/state-view.ts';
import { markOf } from '#site/person-row.ts';
import { publish } from '#site/publication.ts';
import { anAct, at } from '#tests/core/lifecycle/a-life.ts';
import { aContent, aPerson, type ARound } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const people = [aPerson('p1', { name: '欧阳晓东' }), aPerson('p2', { name: '王二' })];
const withdrawn = (reasonCode: string) => anAct('withdraw-candidate', '2024-09-12 08:00', { person: 'p1', reasonCode });
const revoked = (reasonCode: string) => anAct('revoke', '2024-12-01 08:00', { people: ['p1'], reasonCode });
/** What the first person's picture says of the standing; the words are those of an office, not of the program. */
const SITUATIONS: [what: string, now: string, given: ARound, acts: ReturnType<typeof anAct>[], pictured: string[]][] = [
  ['the window is open', '2024-09-12 09:00', {}, [], []],
  ['the window is over', '2024-09-25 09:00', {}, [], []],
  ['the result is out', '2025-01-01 00:00', { result: {} }, [], []],
  ['an objection was upheld', '2024-09-12 09:00', {}, [withdrawn('objection-upheld')], []],
  ['the person left', '2024-09-12 09:00', {}, [withdrawn('own-wish')], []],
  ['the title was revoked', '2025-01-01 00:00', { result: {} }, [revoked('materials-untrue')], ['该称号已撤销']],
  ['the title was given up', '2025-01-01 00:00', { result: {} }, [revoked('own-wish')], ['本人放弃称号']],
  ['the notice was withdrawn', '2024-09-12 09:00', {}, [anAct('withdraw-notice', '2024-09-12 08:00')], []],
];

for (const [what, now, given, acts, pictured] of SITUATIONS) {
  describe(`when ${what}`, () => {
    const content = aContent({
      rounds: [{ people, round: { decay: { after: 'never', reason: '示例。' } }, ...given }],
    });
    there(there(content.programmes[0]).rounds[0]).acts = [...acts];
    const { rounds, site } = publish(content, at(now));
    const round = there(rounds[0]);
    const pictures = new Map(subjectsOf(content, at(now)).map(({ name, subject }) => [name, subject]));

    for (const line of round.visible) {
      it(`data, card and picture say of ${line.id} what the page says`, () => {
        const page = profileView(line, round);
        const data = JSON.stringify(personData(line, round, site) ?? {});
        const card = personCard(line, round);
        const picture = there(pictures.get(`people/${line.id}`));
        // The name: on all of them, or on none.
        assert.equal(card.title, page.name);
        assert.equal(picture.title, page.name);
        assert.equal(data.includes('"name":"'), page.name !== undefined);
        // A title: where the page gives one and nowhere else.
        assert.equal(data.includes('"award"'), page.standing.kind === 'honouree');
        assert.equal(card.settled?.won ?? false, page.standing.kind === 'honouree');
        if (page.standing.kind === 'honouree') assert.equal(card.settled?.text, page.standing.text);
        if (page.standing.kind === 'candidate') assert.ok(card.lines.includes(page.standing.text));
        // What became of the person, by an act.
        const mark = markOf(line.state);
        assert.equal(data.includes('"description":'), page.name !== undefined && mark !== undefined);
        if (page.name !== undefined && mark !== undefined) assert.ok(data.includes(mark), data);
        if (line.id === 'p1')
          for (const words of pictured) assert.ok(picture.lines.includes(words), picture.lines.join());
        if (line.id === 'p2') assert.doesNotMatch(picture.lines.join(), /称号已撤销|放弃|已退出|已取消/);
      });
    }

    it('data, card and picture of the notice say what the page says', () => {
      const settled = settledView(round, currentNotice(round));
      const said = settled && `${settled.title}。${settled.text}`;
      const data = noticeData(round, currentNotice(round), site) as { description?: string };
      assert.equal(data.description, said);
      const card = noticeCard(round);
      if (said !== undefined) assert.deepEqual(card.settled, { text: said, won: false });
      else assert.equal(card.settled?.won ?? false, round.result !== undefined);
      const lines = there(pictures.get('example-2024')).lines.slice(1);
      assert.deepEqual(lines, settled ? [settled.title] : []);
    });
  });
}
