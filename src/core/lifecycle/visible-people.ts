import { chinaDate, chinaInstant, chineseDate, type Instant } from '#core/calendar/plain-date.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Subject } from '#core/formats/subject.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import type { TakenDown } from '#core/records/taken-down.ts';
import type { Life } from './life.ts';
import { appears, kindIn } from './notices-of.ts';
import { type PersonState, personStateFrom, ruling } from './person-state.ts';
import { type NoticeState, type Standing, stateFrom } from './phase.ts';
import { standingAt } from './standing.ts';

/** One line of the list as published, and how much of the person may be shown. */
export interface VisiblePerson {
  id: string;
  /** 1 for the first of the list as published; numbers stay when somebody is taken down. */
  position: number;
  /** Absent once taken down: there is nothing left to show. */
  person: Entry<Candidate> | undefined;
  /** What a line is about of which no record is left, where it was no person. */
  subject?: Subject;
  state: PersonState | { state: 'takenDown'; since: Instant };
  /** Of the profile, card, photo, share image and search entry: everything, the name with a mark, or the neutral sentence alone. */
  profile: 'whole' | 'marked' | 'neutral';
  /** Of the line in the notice and in the comparison with the result. */
  line: 'whole' | 'neutral';
  /** What stands in the place of what is not shown. */
  sentence: string | undefined;
}

/** Everybody of the list as published, in its order, those taken down at their numbers; nobody before the notice is public. */
export function visiblePeople(life: Life, now: Instant): VisiblePerson[] {
  return visibleFrom(life, standingAt(life, now), now);
}

/** The same where the standing is at hand already. */
export function visibleFrom(life: Life, standing: Standing, now: Instant): VisiblePerson[] {
  const notice = stateFrom(life, standing, now);
  if (notice.state === 'scheduled') return [];
  const gone = [...life.folder.takenDown].sort((a, b) => a.data.position - b.data.position);
  const left = [...(life.folder.roster?.data.people ?? [])];
  const rows: VisiblePerson[] = [];
  const grounds = new Map<RoundFolder, { life: Life; standing: Standing; notice: NoticeState }>();
  const groundOf = (id: string): { life: Life; standing: Standing; notice: NoticeState } => {
    const own = ruling(id, life, now);
    if (own === life) return { life, standing, notice };
    const known = grounds.get(own.folder);
    if (known) return known;
    const theirs = standingAt(own, now);
    const ground = { life: own, standing: theirs, notice: stateFrom(own, theirs, now) };
    grounds.set(own.folder, ground);
    return ground;
  };
  for (let position = 1; ; position += 1) {
    const [next] = gone;
    const [row] = left;
    if (next && (!row || next.data.position <= position)) {
      gone.shift();
      rows.push(takenDownRow(next, position));
      continue;
    }
    if (!row) return rows;
    left.shift();
    const { id } = row;
    const ground = groundOf(id);
    const state = personStateFrom(id, ground.life, ground.standing, now);
    const person = life.folder.people.find((one) => one.id === id);
    rows.push({ id, position, person, state, line: 'whole', ...shown(ground.life, state, ground.notice, now) });
  }
}

const GONE = '该人选信息已不再展示。';

/** How much of a person a state leaves, by the round's policy. */
function shown(
  life: Life,
  state: PersonState,
  notice: NoticeState,
  now: Instant,
): Pick<VisiblePerson, 'profile' | 'sentence'> {
  if (state.state === 'revoked') {
    return { profile: 'marked', sentence: `该称号已于${chineseDate(chinaDate(state.since))}撤销。` };
  }
  const { decay } = life.folder.round.data;
  const whole = { profile: 'whole', sentence: undefined } as const;
  if (decay.after === 'never') return whole;
  const grace = decay.days * DAY;
  switch (state.state) {
    case 'withdrawn':
      return { profile: 'neutral', sentence: `${GONE}详见公告。` };
    case 'notConferred':
      if (decay.after === 'result' && now < state.since + grace) return whole;
      return { profile: 'neutral', sentence: `${GONE}详见公告。` };
    case 'candidate':
      // Everybody of the round alike, and said so: it casts no shadow on anyone.
      if (decay.after !== 'close' || notice.state !== 'closed' || now < notice.since + grace) return whole;
      return { profile: 'neutral', sentence: '公示已结束，人选材料不再展示，结果以正式公布为准。' };
    case 'notAdvanced': {
      // With everybody else of the round, not at once: nobody is to be singled out by it.
      const last = lastList(life, now);
      const closed = decay.after === 'close' && last.state === 'closed' && now >= last.since + grace;
      const announced = last.state === 'announced' && (decay.after === 'close' || now >= last.since + grace);
      if (!closed && !announced) return whole;
      return { profile: 'neutral', sentence: '公示已结束，入围人选的材料不再展示。' };
    }
    default:
      return whole;
  }
}

/** Where the last whole list of the round stands. */
function lastList(life: Life, now: Instant): NoticeState {
  const all = life.folder.part?.all ?? [life.folder];
  const folder = all.findLast((one) => appears(one) <= now && kindIn(one).list === 'whole') ?? life.folder;
  return stateFrom({ ...life, folder }, standingAt({ ...life, folder }, now), now);
}

const DAY = 86_400_000;

function takenDownRow({ id, data }: Entry<TakenDown>, position: number): VisiblePerson {
  const since = chinaInstant(data.date, '00:00');
  return {
    id,
    position,
    person: undefined,
    ...(data.subject !== undefined && { subject: data.subject }),
    state: { state: 'takenDown', since },
    profile: 'neutral',
    line: 'neutral',
    sentence: GONE,
  };
}
