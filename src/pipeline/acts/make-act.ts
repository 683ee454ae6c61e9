import { actId, actInstant, actSchema, type Act, type ActOf } from '#core/acts/act.ts';
import type { ActKind } from '#core/acts/act-reason.ts';
import type { Dossier } from '#core/records/content.ts';
import { canonicalText } from '#core/formats/digest.ts';
import { chineseField } from '#core/records/field-words.ts';
import { isText, recordFields } from '#core/lifecycle/corrected.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { closeIfResumed, promisedClose, wholeWindow } from '#core/lifecycle/notice-state.ts';
import { chinaDate, chinaInstant, chinaTime, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { WindowResult } from '#core/calendar/publicity-window.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { targetOf } from './correct-content.ts';

/** An act as it is asked for: what a person knows. The rest is computed. */
export interface ActRequest {
  kind: ActKind;
  date: PlainDate | undefined;
  time: string | undefined;
  reasonCode: string;
  reason: string;
  document: string | undefined;
  people: readonly string[];
  whole: boolean;
  /** `name`, `notice.title`, `round.channels.0.number`, a heading, or the Chinese name of the field. */
  field: string | undefined;
  old: string | undefined;
  new: string | undefined;
  withheld: boolean;
  newClose: PlainDate | undefined;
  resumesOn: PlainDate | undefined;
  opensOn: PlainDate | undefined;
  closesOn: PlainDate | undefined;
  title: string | undefined;
  issuers: readonly string[];
}

/** The record of an act: dates that follow from the window are computed, and a stated one must agree with them. */
export function makeAct(request: ActRequest, dossier: Dossier, now: Instant): { id: string; act: Act } {
  const { kind, reason, reasonCode, document } = request;
  const { date, publishedTime } = momentOf(request, now);
  const at = actInstant({ date, publishedTime });
  // The file changes at once; a record that appears later would leave the change unexplained until then.
  if (kind === 'correction' && at > now) {
    throw new UsageError('更正一写下就生效，不能写将来的 --date 和 --time。请到时再办。');
  }
  const record = {
    kind,
    date,
    publishedTime,
    reasonCode,
    reason,
    ...(document !== undefined && { document }),
    ...ownFields(request, dossier, at),
  };
  const parsed = actSchema.safeParse(record);
  if (!parsed.success)
    throw new UsageError(`写法不对：${parsed.error.issues.map(({ path }) => path.join('.')).join('、')}。`);
  return {
    id: actId(
      parsed.data,
      dossier.folder.acts.map(({ id }) => id),
    ),
    act: parsed.data,
  };
}

/** Now, unless a later moment is named: nothing is published in the past. */
function momentOf({ date, time }: ActRequest, now: Instant): Pick<Act, 'date' | 'publishedTime'> {
  const today = chinaDate(now);
  const present = chinaTime(now);
  const moment = { date: date ?? today, publishedTime: time ?? ((date ?? today) === today ? present : '00:00') };
  if (chinaInstant(moment.date, moment.publishedTime) < chinaInstant(today, present)) {
    const stated = `${moment.date} ${moment.publishedTime}`;
    throw new Refusal(
      'act-backdated',
      `发布时刻 ${stated} 已经过去，而这时公众还没有看到。请不写 --date 和 --time（以现在为准），或写一个将来的时刻。`,
    );
  }
  return moment;
}

function ownFields(request: ActRequest, dossier: Dossier, at: Instant): object {
  const oldClosesOn = promisedClose(dossier, at);
  switch (request.kind) {
    case 'correction':
      return correctionFields(request, dossier);
    case 'extension':
      return { oldClosesOn, newClosesOn: wanted(request.newClose, 'new-close', '延长后的截止日') };
    case 'suspension':
      return { oldClosesOn };
    case 'resumption': {
      const resumesOn = wanted(request.resumesOn, 'resumes-on', '从哪一天起继续计算');
      const computed = closeIfResumed(dossier, at, resumesOn);
      return { resumesOn, oldClosesOn, newClosesOn: agreed(computed, request.newClose, 'new-close') ?? oldClosesOn };
    }
    case 're-publicity': {
      const opensOn = wanted(request.opensOn, 'opens', '重新公示的首日');
      const closesOn = agreed(wholeWindow(dossier, opensOn), request.closesOn, 'closes') ?? opensOn;
      const { title, issuers } = request;
      return { title: title ?? again(dossier), ...(issuers.length > 0 && { issuers }), opensOn, closesOn };
    }
    case 'withdraw-candidate':
      if (request.people.length !== 1) throw new UsageError('请用 --person 写明是哪一个人的编号，只写一个。');
      return { person: request.people[0] };
    case 'withdraw-notice':
      return {};
    case 'revoke':
      if (request.people.length > 0 === request.whole) {
        throw new UsageError('请用 --person 写明撤销谁的称号（可写多次），或用 --whole 撤销整个决定，只写一种。');
      }
      return request.whole ? { whole: true } : { people: request.people };
  }
}

function wanted<T>(value: T | undefined, flag: string, about: string): T {
  if (value === undefined) throw new UsageError(`缺少 --${flag}（${about}）。请补上。`);
  return value;
}

/** Computed where the calendar reaches; a date that was printed already must agree. */
function agreed(
  computed: WindowResult | undefined,
  stated: PlainDate | undefined,
  flag: string,
): PlainDate | undefined {
  if (!computed) return stated;
  if (!computed.ok) throw new Refusal(computed.refusal.code, computed.refusal.message);
  const { closesOn } = computed.window;
  if (stated !== undefined && stated !== closesOn) {
    throw new Refusal(
      'close-disagrees',
      `--${flag} 写的是 ${stated}，推算应为 ${closesOn}。请改为 ${closesOn}，或不写由程序推算。`,
    );
  }
  return closesOn;
}

function again({ folder: { notice } }: Dossier): string {
  const title = notice?.data.title ?? '';
  if (!title.endsWith('公示')) throw new UsageError('缺少 --title（重新公示的标题）。请补上。');
  return title.replace(/公示$/, '重新公示');
}

function correctionFields(request: ActRequest, { folder }: Dossier): object {
  const stated = wanted(request.field, 'field', '更正哪一项，例如 name、notice.title、round.channels.0.number');
  if (request.old === undefined && request.new === undefined) {
    throw new UsageError('缺少 --old（现在的内容）和 --new（改成什么）。原来没有的不写 --old，删去的不写 --new。');
  }
  if (request.people.length > 1) throw new UsageError('一次只更正一个人的一项。请分开办理。');
  const [person] = request.people;
  const [first = '', ...rest] = stated.split('.');
  const isFile = person === undefined && ['notice', 'round', 'list', 'result'].includes(first) && rest.length > 0;
  if (person === undefined && !isFile) {
    throw new UsageError('请用 --person 写明更正谁的资料，或把 --field 写成 notice.…、round.…、list.…、result.…。');
  }
  const of = isFile ? first : 'person';
  const target = targetOf({ of, person } as ActOf<'correction'>);
  const present = presentRecord(folder, target);
  if (!present)
    throw new Refusal('act-person-unknown', '公示名单里没有这个编号，或没有这个文件。请核对 --person 和 --field。');
  const field = fieldIn(isFile ? rest.join('.') : stated, present.record);
  const values = {
    ...(request.old !== undefined && !request.withheld && { old: request.old }),
    ...(request.new !== undefined && { new: request.new }),
    ...(request.withheld && { withheld: true }),
  };
  return { of, ...(person !== undefined && { person }), field, ...values };
}

/** The path of a field: as it is, by its name in Chinese, or by the heading of a section. */
function fieldIn(stated: string, record: Readonly<Record<string, string>>): string {
  if (/^texts\.\d+\.text$/.test(stated)) return stated.replace(/\.text$/, '');
  if (/^[A-Za-z]+(?:\.[A-Za-z0-9]+)*$/.test(stated)) return stated;
  const heading = stated.replace(/^#+\s*/, '');
  const section = Object.entries(record).find(
    ([field, value]) => /^texts\.\d+\.heading$/.test(field) && value === heading,
  );
  if (section) return section[0].replace(/\.heading$/, '');
  const named = Object.keys(record).find((field) => chineseField(field, record) === stated);
  if (named !== undefined) return isText(named) ? named.replace(/\.text$/, '') : named;
  const known = Object.keys(record)
    .filter((field) => !field.startsWith('listed.') && !/^texts\.\d+\.(?:heading|links)/.test(field))
    .map((field) => `${field.replace(/^(texts\.\d+)\.text$/, '$1')}（${chineseField(field, record)}）`);
  throw new UsageError(`没有“${stated}”这一项。可写：${known.slice(0, 40).join('、')}。`);
}

/** Whether what is to be corrected was ever approved: only then may a correction be recorded after the file was changed by hand. */
export function wasApproved({ approval }: Dossier['folder'], act: ActOf<'correction'>): boolean {
  if (!approval) return false;
  const old = act.old === undefined ? undefined : canonicalText(act.old);
  const { current, former, records } = approval.data;
  const digests = [current, ...former].flatMap(({ people, parts }) =>
    act.of === 'person' ? [people[act.person ?? '']?.record] : Object.values(parts),
  );
  return digests.some((digest) => {
    const record = records[digest ?? ''];
    return recordFields(act).some((field) =>
      isText(field)
        ? old !== undefined && (record?.[field]?.includes(old) ?? false)
        : record !== undefined && record[field] === old,
    );
  });
}
