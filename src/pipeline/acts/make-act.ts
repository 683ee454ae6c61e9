import { type Act, actId, actInstant, type ActOf, type ActRequest, actSchema, kindOf } from '#core/acts/act.ts';
import { CannotMake, type Making } from '#core/acts/act-kind.ts';
import { chinaDate, chinaInstant, chinaTime, type Instant } from '#core/calendar/plain-date.ts';
import { canonicalText } from '#core/formats/digest.ts';
import { formerNameFields } from '#core/judging/former-names.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { isText, recordFields, targetOf } from '#core/lifecycle/corrected.ts';
import { closeIfResumed, promisedClose, wholeWindow } from '#core/lifecycle/notice-state.ts';
import type { Dossier } from '#core/records/content.ts';
import { chineseField } from '#core/records/field-words.ts';
import { hasFormerName } from '#core/text/former-name.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';

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
    ...(dossier.folder.part && { notice: dossier.folder.part.id }),
    ...refusing(() => kindOf(request).make(request.stated, making(dossier, at))),
  };
  const parsed = actSchema.safeParse(record);
  if (!parsed.success)
    throw new UsageError(`写法不对：${parsed.error.issues.map(({ path }) => path.join('.')).join('、')}。`);
  return {
    id: actId(parsed.data, actIds(dossier)),
    act: parsed.data,
  };
}

/** Every act of the round has a name of its own, whichever notice it is about. */
function actIds({ folder }: Dossier): string[] {
  return (folder.part?.all ?? [folder]).flatMap(({ acts }) => acts.map(({ id }) => id));
}

/** Runs what may find that an act cannot be made as it is asked for, and refuses in the way of the commands. */
export function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CannotMake)) throw error;
    throw error.code === undefined ? new UsageError(error.message) : new Refusal(error.code, error.message);
  }
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

/** What a kind's fields are made of beside what a person states. */
function making(dossier: Dossier, at: Instant): Making {
  const { folder } = dossier;
  return {
    promisedClose: promisedClose(dossier, at),
    closeIfResumed: (resumesOn) => closeIfResumed(dossier, at, resumesOn),
    wholeWindow: (opensOn) => wholeWindow(dossier, opensOn),
    noticeTitle: folder.notice?.data.title ?? '',
    fieldPath(of, person, stated) {
      const present = presentRecord(folder, targetOf({ of, person } as ActOf<'correction'>));
      if (present) return fieldIn(stated, present.record);
      throw new CannotMake(
        '公示名单里没有这个编号，或没有这个文件。请核对 --person 和 --field。',
        'act-person-unknown',
      );
    },
    present(of, person, path) {
      const { record = {} } = presentRecord(folder, targetOf({ of, person } as ActOf<'correction'>)) ?? {};
      return record[path];
    },
    fieldsWith(person, former, now) {
      const { record = {} } = presentRecord(folder, { of: 'person', person }) ?? {};
      return formerNameFields(record)
        .filter((field) => hasFormerName(record[field] ?? '', former, now))
        .map((field) => field.replace(/^(texts\.\d+)\.text$/, '$1'));
    },
  };
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
  throw new CannotMake(`没有“${stated}”这一项。可写：${known.slice(0, 40).join('、')}。`);
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
