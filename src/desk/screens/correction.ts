import { type Html, html } from '#core/formats/html.ts';
import { presentRecord, targetsOf } from '#core/lifecycle/correctable.ts';
import type { Target } from '#core/lifecycle/corrected.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import type { PublicRecord } from '#core/records/public-record.ts';
import { choiceField, longField, textField, ticksField } from '#desk/frame/fields.ts';
import { pageOf } from '#desk/frame/page-of.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Visit } from '#desk/frame/screen.ts';

/** What of a round is corrected: chosen step by step, each an address of its own. `undefined` once it is chosen. */
export function whatToCorrect({ query }: Visit, chosen: ChosenRound): Html | undefined {
  const target = targetIn(query, chosen);
  const record = target && recordOf(chosen, target);
  if (target && record && query.get('field') !== null) return undefined;
  const blank = pageOf(query);
  const hidden = html`<input type="hidden" name="round" value="${chosen.id}" /><input
      type="hidden"
      name="kind"
      value="correction"
    />`;
  if (!target || !record) {
    const { folder } = chosen.dossier;
    const names = folder.people.map(({ id, data }) => ({
      value: `person ${id}`,
      label: `${data.name}（${data.employer}）`,
    }));
    const others = targetsOf(folder).flatMap((one) =>
      one.of !== 'person' && recordOf(chosen, one) ? [{ value: one.of, label: WORDS[one.of] }] : [],
    );
    return html`<form method="get" action="/acts">
      ${hidden}
      ${choiceField(blank, { name: 'target', label: '更正谁的资料，或者哪一份', choices: [...names, ...others], required: true, empty: '请选择' })}
      <p class="buttons"><button class="main">下一步</button></p>
    </form>`;
  }
  const fields = Object.keys(record).filter(
    (field) => !field.startsWith('listed.') && !/^texts\.\d+\.(?:heading|links)/.test(field),
  );
  return html`<form method="get" action="/acts">
    ${hidden}
    <input type="hidden" name="target" value="${query.get('target') ?? ''}" />
    ${choiceField(blank, {
      name: 'field',
      label: '更正哪一项',
      choices: fields.map((field) => ({
        value: target.of === 'person' ? field : `${target.of}.${field}`,
        label: `${chineseField(field, record)}：${shortened(chineseValue(field, record[field] ?? '', chosen.dossier.programme.data))}`,
      })),
      required: true,
      empty: '请选择',
    })}
    <p class="buttons"><button class="main">下一步</button></p>
  </form>`;
}

const WORDS = {
  notice: '公示正文和标题',
  round: '公示期、联系方式等本届的资料',
  list: '名单的排序说明',
  result: '结果公告',
} as const;

/** The present text, and the field for the new one. */
export function correctedField(visit: Visit, chosen: ChosenRound): Html {
  const { query } = visit;
  const target = targetIn(query, chosen);
  const record = (target && recordOf(chosen, target)) ?? {};
  const stated = query.get('field') ?? '';
  const field = target?.of === 'person' ? stated : stated.slice(stated.indexOf('.') + 1);
  const present = record[field] ?? '';
  const isText = field.startsWith('texts.');
  return html`<h3>${chineseField(field, record)}</h3>
    <div class="note">
      <p>现在写的是：</p>
      <pre>${present === '' ? '（没有）' : present}</pre>
    </div>
    ${isText && textField(visit, { name: 'old', label: '要改的那一段', hint: '从上面照抄，一字不差，在正文里只出现一次。', required: true })}
    ${longField(visit, { name: 'new', label: '改成', hint: '不填就是删去这一项。', rows: isText ? 4 : 2, value: isText ? undefined : present })}
    ${
      field === 'name' &&
      html`${ticksField(visit, { name: 'replace-former', label: '事迹材料等处的旧姓名', choices: [{ value: 'yes', label: '一并改' }] })}
      ${textField(visit, { name: 'keep-former', label: '旧姓名保留不改的原因' })}`
    }
    ${ticksField(visit, { name: 'withhold-old', label: '原文涉及隐私', choices: [{ value: 'yes', label: '更正公告里不重复原文' }] })}`;
}

function recordOf({ dossier }: ChosenRound, target: Target): PublicRecord | undefined {
  return presentRecord(dossier.folder, target)?.record;
}

function targetIn(query: URLSearchParams, { dossier: { folder } }: ChosenRound): Target | undefined {
  const [of, person] = (query.get('target') ?? '').split(' ');
  return targetsOf(folder).find((one) => one.of === of && (one.of !== 'person' || one.person === person));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
