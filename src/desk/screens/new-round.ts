import { addDays, chinaDate, chineseFullDate, parsePlainDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { isWorkingDay, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Programme } from '#core/programme/programme.ts';
import { calendarOf, type Content } from '#core/records/content.ts';
import { refusalWithOutlook } from '#core/window/outlook.ts';
import { chineseLength, computeWindow, type WindowTerms } from '#core/window/publicity-window.ts';
import { dayStrip } from '#desk/frame/day-strip.ts';
import { type Choice, choiceField, textField, typed } from '#desk/frame/fields.ts';
import { addressOf, form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import { pageOf } from '#desk/frame/page-of.ts';
import { questionAnswers, questionFields, questionLabels } from '#desk/frame/questions.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { newRoundCommand } from '#pipeline/office/new-round-command.ts';
import { roundQuestions } from '#pipeline/office/new-round-questions.ts';

/** 新一届. */
export const newRoundScreen: Screen = { path: '/new-round', title: '新一届', menu: '筹备', show, act };

interface Ground {
  content: Content;
  id: string;
  programme: Programme;
  edition: string;
  calendar: WorkCalendar;
}

async function groundOf({ desk, query }: Visit): Promise<Ground | undefined> {
  const { readable } = await desk.checked();
  const id = query.get('programme') ?? '';
  const edition = (query.get('edition') ?? '').trim();
  const programme = readable?.programmes.find((folder) => folder.id === id)?.programme.data;
  if (!readable || !programme || edition === '') return undefined;
  return {
    content: readable,
    id,
    programme,
    edition,
    calendar: calendarOf(readable, readable.site.data.regionalCalendar),
  };
}

async function show(visit: Visit): Promise<Html> {
  const ground = await groundOf(visit);
  if (!ground) return whichProgramme(visit);
  const { content, programme, edition, calendar, id } = ground;
  const questions = roundQuestions(programme, edition, calendar, content.site.data.channels).map((question) =>
    // The closing day is computed where it is left open; the verb holds it to the rule all the same.
    question.flag === 'closes' ? { ...question, optional: true as const } : question,
  );
  const fields = (flags: readonly string[]): readonly Html[] =>
    questionFields(
      visit,
      questions.filter(({ flag }) => flags.includes(flag)),
    );
  const known = [...IDENTITY, ...DAYS, ...REACHED];
  const others = questions.filter(({ flag }) => !known.includes(flag)).map(({ flag }) => flag);
  return form(visit, {
    sees: [`programmes/${id}/programme.md`, 'calendar'],
    submit: '建立这一届',
    body: html`<p>${programme.name}，${edition}。活动的文件已经写明的不再问；联系方式先按网站的填好，不同的请改。</p>
      ${fields(IDENTITY)}
      <h2>公示期</h2>
      ${proposal(ground, visit)}
      <div class="pair" data-live>${fields(DAYS)}</div>
      <p class="buttons"><button name="_window" value="1" formnovalidate>按首日推算截止日</button></p>
      <div data-live-result>${typedWindow(ground, visit)}</div>
      <h2>联系方式和异议</h2>
      ${fields(REACHED)}
      <h2>名额、推荐单位和公示</h2>
      ${fields(others)}`,
  });
}

const IDENTITY = ['label', 'year', 'title'];
const DAYS = ['published', 'opens', 'opening-time', 'length', 'unit', 'counts-from', 'closes', 'closing-time'];
const REACHED = [
  'contact-name',
  'phone',
  'email',
  'mail-address',
  'postcode',
  'visit-address',
  'hours',
  'postmark',
  'anonymous',
];

async function whichProgramme({ desk, query }: Visit): Promise<Html> {
  const { readable } = await desk.checked();
  const programmes: Choice[] = (readable?.programmes ?? []).map(({ id, programme }) => ({
    value: id,
    label: programme.data.name,
  }));
  if (programmes.length === 0) return html`<p>还没有选树活动。先按通知<a href="/programmes">建立活动</a>。</p>`;
  const blank = pageOf(query);
  return html`<form method="get" action="/new-round">
    ${choiceField(blank, { name: 'programme', label: '哪个选树活动', choices: programmes, required: true })}
    ${textField(blank, { name: 'edition', label: '本届的文件夹名', hint: '用年份，成为网址的一部分，例如 2027', required: true, value: query.get('edition') ?? undefined })}
    <p class="buttons"><button class="main">下一步</button></p>
  </form>`;
}

/** Terms without a day: what the programme states, or what was typed. */
function rulesOf({ programme }: Ground, visit: Visit): Omit<WindowTerms, 'opensOn'> | undefined {
  const { publicity } = programme.rules;
  const closingTime = typed(visit, 'closing-time');
  const hour = closingTime === '' ? {} : { closingTime };
  if (publicity.stated)
    return { length: publicity.length, unit: publicity.unit, countsFrom: publicity.countsFrom, ...hour };
  const length = Number(typed(visit, 'length'));
  const unit = typed(visit, 'unit');
  if (!Number.isInteger(length) || length < 1 || length > 366 || (unit !== 'working' && unit !== 'calendar'))
    return undefined;
  return { length, unit, countsFrom: typed(visit, 'counts-from') === 'next-day' ? 'next-day' : 'opening-day', ...hour };
}

/** The window that follows from the opening day as it is typed. */
function typedWindow(ground: Ground, visit: Visit): Html | undefined {
  const opensOn = parsePlainDate(typed(visit, 'opens'));
  const rules = rulesOf(ground, visit);
  if (!opensOn || !rules) return undefined;
  const result = computeWindow({ opensOn, ...rules }, ground.calendar);
  if (!result.ok)
    return html`<div class="note">
      <p>${refusalWithOutlook(result.refusal, { opensOn, ...rules }, ground.calendar)}</p>
    </div>`;
  const { closesOn, length, unit, closingTime } = result.window;
  return html`<section class="note">
    <p>
      <b>截止${chineseFullDate(closesOn)}${closingTime}</b>（${chineseLength(length, unit)}）。截止日不填，就按这个写。
    </p>
    ${dayStrip(result.window)}
  </section>`;
}

/** The first days on which a window could open, each with its close. */
function proposal(ground: Ground, visit: Visit): Html | undefined {
  const rules = rulesOf(ground, visit);
  if (!rules) return undefined;
  const today = chinaDate(visit.desk.clock());
  const first = workingDaysAfter(today, ground.calendar, 3);
  const rows = first.flatMap((opensOn) => {
    const result = computeWindow({ opensOn, ...rules }, ground.calendar);
    return result.ok
      ? [
          html`<li>
            ${chineseFullDate(opensOn)}开始 → ${chineseFullDate(result.window.closesOn)}${result.window.closingTime}截止
          </li>`,
        ]
      : [];
  });
  if (rows.length === 0)
    return html`<p>
      近期的公示期还推算不出来：缺少放假安排，或近期没有工作日。请先录入<a href="/calendar">放假安排</a>。
    </p>`;
  return html`<p>
      今天是${chineseFullDate(today)}。今天发布、下一个工作日开始的话（发布当天不计入，公众才有足够的时间），最早可以是：
    </p>
    <ul>
      ${rows}
    </ul>`;
}

function workingDaysAfter(today: PlainDate, calendar: WorkCalendar, count: number): PlainDate[] {
  const found: PlainDate[] = [];
  for (let step = 1; step <= 40 && found.length < count; step += 1) {
    const date = addDays(today, step);
    const day = calendar.day(date);
    if (day.kind !== 'unknown' && isWorkingDay(day)) found.push(date);
  }
  return found;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  if (textIn(sent, '_window') !== '') return { kind: 'go', to: addressOf(visit), keepDraft: true };
  const ground = await groundOf(visit);
  if (!ground) return again('没有这个活动。请返回重新选择。');
  const { content, programme, edition, calendar, id } = ground;
  const questions = roundQuestions(programme, edition, calendar, content.site.data.channels);
  const answers = questionAnswers(questions, sent);
  // Two columns of a sheet, the unit and its kind, arrive with a tab between them.
  const bodies = answers['nominating-body'];
  if (Array.isArray(bodies) && programme.rules.nominatingQuotas)
    answers['nominating-body'] = bodies.map((line) => line.replace(/^([^\t]+)\t+([^\t]+)$/u, '$1=$2'));
  const opensOn = parsePlainDate(textIn(sent, 'opens'));
  const rules = rulesOf(ground, visit);
  if (answers['closes'] === '' && opensOn && rules) {
    const result = computeWindow({ opensOn, ...rules }, calendar);
    if (!result.ok) return again(refusalWithOutlook(result.refusal, { opensOn, ...rules }, calendar));
    answers['closes'] = result.window.closesOn;
  }
  const ran = await runVerb(
    visit.desk,
    newRoundCommand,
    wordsOf({ programme: id, edition, ...answers }),
    questionLabels(questions),
  );
  const round = encodeURIComponent(`${id}/${edition}`);
  return told(ran, {
    title: '这一届已经建立',
    next: [
      { href: `/import?round=${round}`, label: '导入名单' },
      { href: '/', label: '回到首页，看还要做什么' },
    ],
  });
}
