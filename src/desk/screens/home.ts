import { join } from 'node:path';
import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, type Finding, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { calendarOf } from '#core/records/content.ts';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import type { Link } from '#desk/frame/link.ts';
import type { Screen, Visit } from '#desk/frame/screen.ts';
import { chinaText, duesAfter } from '#pipeline/acts/due.ts';
import { dossiers } from '#pipeline/check/check-content.ts';
import { contentDisk } from '#pipeline/content/disk.ts';
import { holderText } from '#pipeline/content/holder-text.ts';
import { holderOf } from '#pipeline/content/lock.ts';
import { LOCK } from '#pipeline/content/places.ts';
import { type RoundLine, roundLine, STEPS } from './round-line.ts';
import { queryOf } from './signed-items.ts';
import { siteAge } from './site-age.ts';
import { submissionOf } from './submission.ts';

/** 首页: where every round stands, the one next step of each, and what waits. */
export const homeScreen: Screen = { path: '/', title: '首页', menu: '总览', show };

async function show({ desk }: Visit): Promise<Html> {
  const now = desk.clock();
  const { readable, findings, content } = await desk.checked();
  const holder = await holderOf(contentDisk, join(desk.content, LOCK));
  const busy =
    holder &&
    holder.standing !== 'dead' &&
    html`<div class="note"><p>${clerkWords(holderText(holder, '内容', LOCK), {}, {})}</p></div>`;
  const working = desk.jobs.running();
  const jobs =
    working.length > 0 &&
    html`<div class="note">
      <p>正在办理：${working.map(({ id, title }) => html`<a href="/job?id=${id}">${title}</a>`)}</p>
    </div>`;
  if (readable === undefined) {
    const errors = findings.filter(({ level }) => level === 'error');
    return html`${busy} ${jobs}
    ${
      errors.some(({ code }) => code === 'content-missing') || errors.length === 0
        ? html`<p>还没有内容。先<a class="main" href="/new-site">建立网站</a>。</p>`
        : html`<p>内容里有读不懂的地方，改好以后才能往下办：</p>
            <ul class="findings">
              ${errors.map((one) => html`<li class="error">${sentence(one)} <small>${one.where.file}</small></li>`)}
            </ul>`
    }`;
  }
  const all = dossiers(readable, calendarOf(readable, readable.site.data.regionalCalendar));
  const lines = await Promise.all(all.map((dossier) => handedOver(desk, roundLine(dossier, findings, now))));
  const dues = content ? duesAfter(content, now).slice(0, 6) : [];
  const age = await siteAge(desk);
  return html`<p class="which">现在是${chineseFullDate(chinaDate(now))}${chinaTime(now)}（按这台电脑的时钟）</p>
    ${busy} ${jobs}
    ${
      age !== undefined &&
      html`<div class="note">
        <p>${age}</p>
        <p><a href="/publish">去生成和发布</a></p>
      </div>`
    }
    ${lines.length === 0 ? html`<p>还没有任何一届。<a class="main" href="/new-round">建一届</a></p>` : lines.filter((line) => !isOver(line)).map(oneRound)}
    ${over(lines.filter(isOver))} ${wholeSite(findings)}
    <h2>到时候要重新生成网站</h2>
    ${
      dues.length === 0
        ? html`<p>以后没有到时会变的内容。</p>`
        : html`<ul>
            ${dues.map((due) => html`<li>${chinaText(due)}　${due.why}</li>`)}
          </ul>`
    }`;
}

/** What belongs to no round. */
function wholeSite(findings: readonly Finding[]): Html | undefined {
  const own = inReadingOrder(findings.filter(({ where }) => !/\/rounds\//.test(where.file)));
  if (own.length === 0) return undefined;
  return html`<h2>整个网站</h2>
    <ul class="findings">
      ${own.map(
        (one) =>
          html`<li class="${one.level}">
            <b>${one.level === 'error' ? '错误' : '提醒'}</b> ${clerkWords(sentence(one), {}, {})}
            <small>${chinesePlace(one.where)} ${one.code}</small>
          </li>`,
      )}
    </ul>`;
}

/** A sheet that was handed over waits for the second person. */
async function handedOver({ state }: Visit['desk'], line: RoundLine): Promise<RoundLine> {
  const submission = line.item && (await submissionOf(state, line.id, line.item));
  if (!line.item || !submission) return line;
  return {
    ...line,
    step: Math.max(line.step, STEPS.indexOf('批准')),
    told: [`${line.item.title}已由 ${submission.fields.approver} 送审，等复核人照校样核对。`],
    next: { href: `/review?${queryOf(line.id, line.item)}`, label: '复核' },
  };
}

function isOver({ step }: RoundLine): boolean {
  return step === STEPS.length;
}

/** What is over takes a line each. */
function over(lines: readonly RoundLine[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<h2>办完的</h2>
    <ul class="choices">
      ${lines.map(
        ({ id, title, told }) =>
          html`<li>
            <a href="/acts?round=${encodeURIComponent(id)}">${title}</a>
            <small>${told.join('')}${id}</small>
          </li>`,
      )}
    </ul>`;
}

function oneRound({ title, id, step, told, next }: RoundLine): Html {
  return html`<section class="round">
    <h2>${title}<small>${id}</small></h2>
    <ol class="steps">
      ${STEPS.map(
        (name, index) =>
          html`<li
            ${index === step && html`aria-current="step"`}
            class="${index < step ? 'past' : index === step ? 'now' : 'ahead'}"
          >
            ${name}<span class="vh">${index < step ? '，已办' : index === step ? '，现在' : '，还没有到'}</span>
          </li>`,
      )}
    </ol>
    ${told.map((line) => html`<p>${line}</p>`)} ${next && way(next)}
  </section>`;
}

function way({ href, label }: Link): Html {
  return html`<p class="buttons"><a class="main" href="${href}">${label}</a></p>`;
}
