import type { Subject } from '#core/formats/subject.ts';
import { textIn, textsIn } from '#desk/frame/form.ts';
import type { ImportAnswers } from '#pipeline/intake/session/session-answers.ts';
import type { SessionPlan } from '#pipeline/intake/session/session-plan.ts';
import type { SessionQuestion } from '#pipeline/intake/session/session-questions.ts';
import { fieldKey } from './batches.ts';

/** The answers so far with those of a form, which may answer nothing but what the plan asks. */
export function withSent(answers: ImportAnswers, plan: SessionPlan, sent: FormData): ImportAnswers {
  const taken = plan.questions.reduce((now, question) => withAnswer(now, question, sent), answers);
  const orderedBy = textIn(sent, 'orderedBy');
  const asksSender = plan.questions.some(({ about }) => about === 'body');
  return {
    ...taken,
    from: { ...taken.from, ...(asksSender && entry('', textIn(sent, 'fromAll'))) },
    cells: cellsOf(taken.cells, plan, sent),
    heads: headsOf(taken.heads, plan, sent),
    ...(orderedBy !== '' && { orderedBy }),
  };
}

function withAnswer(answers: ImportAnswers, question: SessionQuestion, sent: FormData): ImportAnswers {
  const said = (name: string): string => textIn(sent, name);
  const all = (headers: readonly string[]): ImportAnswers => ({
    ...answers,
    all: { ...answers.all, ...Object.fromEntries(headers.flatMap((one) => pair(one, said(`all.${fieldKey(one)}`)))) },
  });
  switch (question.about) {
    case 'body':
      return {
        ...answers,
        from: { ...answers.from, ...entry(question.file, said(`from.${fieldKey(question.file)}`)) },
      };
    case 'column':
      return all([question.header]);
    case 'tier':
      return all(['档次']);
    case 'earlier':
      return all(question.headers);
    case 'honours':
      return { ...answers, ...(said('honours') !== '' && { honourLevels: said('honours') }) };
    case 'summary': {
      const heading = said('summary');
      return { ...answers, ...(heading !== '' && { summaryFrom: heading === '不写' ? '' : heading }) };
    }
    case 'trade': {
      const from = said('trade');
      return from === 'post' || from === 'none' ? { ...answers, tradeFrom: from } : answers;
    }
    case 'who':
      return { ...answers, rows: { ...answers.rows, ...entry(String(question.row), said(`row.${question.row}`)) } };
    case 'gone': {
      const { id } = question.person;
      return said(`gone.${id}`) === 'remove' ? { ...answers, remove: [...answers.remove, id] } : answers;
    }
    case 'name': {
      const { name } = question;
      const what = said(`name.${fieldKey(name)}`);
      if (what === 'real') return { ...answers, realNames: [...answers.realNames, name] };
      return what === '' ? answers : { ...answers, subjects: { ...answers.subjects, [name]: what as Subject } };
    }
    case 'sheet':
      return { ...answers, ...(said('sheet') !== '' && { sheet: said('sheet') }) };
    case 'list':
      return { ...answers, ...(said('list') !== '' && { list: said('list') }) };
    case 'bodies': {
      const kind = said('bodies');
      return kind === '' ? answers : { ...answers, addBodies: kind === 'yes' ? {} : { kind } };
    }
    case 'pdf':
      return textsIn(sent, 'pdf').includes(question.flag)
        ? { ...answers, confirmedPdf: [...answers.confirmedPdf, question.flag] }
        : answers;
    case 'photos':
      return {
        ...answers,
        ...(said('credit') !== '' && { photoCredit: said('credit') }),
        ...(said('consent') !== '' && { photoConsent: said('consent') }),
      };
    case 'edited': {
      const { id } = question.person;
      const choice = said(`edited.${id}`);
      return choice === 'keep' || choice === 'take'
        ? { ...answers, edits: { ...answers.edits, [id]: choice } }
        : answers;
    }
  }
}

/** Only cells that the plan offers; a text as it stands in the file takes the edit back. */
function cellsOf(before: ImportAnswers['cells'], plan: SessionPlan, sent: FormData): ImportAnswers['cells'] {
  const edits = new Map(before.map((edit) => [fieldKey(edit.file, edit.sheet, edit.cell), edit]));
  for (const { where, original, covered, now, was } of plan.planned.cells) {
    const { file, sheet, cell, field = '' } = where;
    const key = fieldKey(file, sheet, cell);
    const value = sent.get(`cell.${key}`);
    if (typeof value !== 'string') continue;
    const text = value.replace(/\r\n?/gu, '\n');
    const shown = now ?? (covered ? '' : original);
    if (text === shown) continue;
    if (text === original && !covered) edits.delete(key);
    else edits.set(key, { file, ...(sheet !== undefined && { sheet }), cell, head: field, was, text });
  }
  return [...edits.values()];
}

function headsOf(before: ImportAnswers['heads'], plan: SessionPlan, sent: FormData): ImportAnswers['heads'] {
  const fresh = plan.planned.unknown.flatMap((label) => {
    const means = textIn(sent, `head.${fieldKey(label)}`);
    return means === '' ? [] : [{ label, means }];
  });
  return [...before, ...fresh];
}

/** What was answered, line by line, each of which may be taken back. */
export function answerLines(answers: ImportAnswers): { key: string; words: string }[] {
  const line = (key: string, words: string | undefined): { key: string; words: string }[] =>
    words === undefined ? [] : [{ key, words }];
  return [
    ...line('sheet', answers.sheet && `读工作表“${answers.sheet}”`),
    ...line('list', answers.list && `读名单“${answers.list}”`),
    ...line('orderedBy', answers.orderedBy && `排序说明：${answers.orderedBy}`),
    ...Object.entries(answers.all).flatMap(([head, text]) => line(`all ${head}`, `${head}：这一批都是${text}`)),
    ...Object.entries(answers.from).flatMap(([file, body]) =>
      line(`from ${file}`, `${file === '' ? '这一批' : file} 由${body}报来`),
    ),
    ...line('honourLevels', answers.honourLevels && `荣誉级别：${answers.honourLevels}`),
    ...line(
      'summaryFrom',
      answers.summaryFrom === undefined
        ? undefined
        : `简要事迹：${answers.summaryFrom === '' ? '不写' : `取“${answers.summaryFrom}”的开头`}`,
    ),
    ...line('tradeFrom', answers.tradeFrom && `工种：${answers.tradeFrom === 'post' ? '取自岗位' : '空着'}`),
    ...line('addBodies', answers.addBodies && '新的推荐单位补进本届'),
    ...answers.realNames.flatMap((name) => line(`realNames ${name}`, `“${name}”确是姓名`)),
    ...Object.keys(answers.subjects).flatMap((name) => line(`subjects ${name}`, `“${name}”不是个人`)),
    ...Object.entries(answers.rows).flatMap(([row, who]) =>
      line(`rows ${row}`, who === 'new' ? `第 ${row} 行是新增的人` : `第 ${row} 行就是编号 ${who}`),
    ),
    ...answers.remove.flatMap((id) => line(`remove ${id}`, `编号 ${id} 移出名单`)),
    ...Object.entries(answers.edits).flatMap(([id, choice]) =>
      line(`edits ${id}`, `${id === '' ? '名单' : `编号 ${id}`}：${choice === 'keep' ? '保留现在的' : '改用材料里的'}`),
    ),
    ...answers.heads.flatMap(({ label, means }) => line(`heads ${label}`, `“${label}”一列是${means}`)),
    ...line('photoCredit', answers.photoCredit && `照片署名：${answers.photoCredit}`),
    ...line('photoConsent', answers.photoConsent && `照片同意：${answers.photoConsent}`),
    ...answers.confirmedPdf.flatMap((flag) => line(`confirmedPdf ${flag}`, `${flag} 行已对照原件`)),
  ];
}

/** The answers without one of them. */
export function withoutAnswer(answers: ImportAnswers, key: string): ImportAnswers {
  const [name = '', ...rest] = key.split(' ');
  const part = rest.join(' ');
  const next: Record<string, unknown> = { ...answers };
  const { [name]: value } = next;
  if (rest.length === 0) delete next[name];
  else if (name === 'heads') next[name] = answers.heads.filter(({ label }) => label !== part);
  else if (Array.isArray(value)) next[name] = (value as string[]).filter((one) => one !== part);
  else if (typeof value === 'object') {
    next[name] = Object.fromEntries(Object.entries(value as object).filter(([own]) => own !== part));
  }
  return next as ImportAnswers;
}

function pair(key: string, value: string): [string, string][] {
  return value === '' ? [] : [[key, value]];
}

function entry(key: string, value: string): Record<string, string> {
  return Object.fromEntries(pair(key, value));
}
