import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import { type LedgerAlarm, ledgerConclusion, ledgerSentence, type LedgerVerdict } from './ledger-verdict.ts';
import type { Verdict } from './verdict.ts';

/** A page to print and file: what was seen, what was not, and what follows from it. */
export function reportPage(verdicts: readonly Verdict[], head: string, ledgers: readonly LedgerVerdict[] = []): string {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>公示网页观测报告</title>
        <style>
          body {
            max-width: 46rem;
            margin: 2rem auto;
            padding: 0 1rem;
            font: 1rem/1.8 serif;
            color: #1a1a1a;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          th,
          td {
            border: 1px solid #767676;
            padding: 0.25rem 0.5rem;
            text-align: left;
            vertical-align: top;
          }
          td,
          p {
            overflow-wrap: anywhere;
          }
          pre {
            white-space: pre-wrap;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <h1>公示网页观测报告</h1>
        ${verdicts.map(section)} ${ledgers.map(ledgerSection)}
        <h2>核对</h2>
        <p>观测记录最后一行的 SHA-256：${head}。记录每行含有上一行的摘要，改动、删除或插入任何一行都会对不上。</p>
        <p>本报告只说明观测所在的机器在各个时刻看到了什么；两次观测之间、以及别处的读者看到什么，不能由它证明。</p>
      </body>
    </html> `;
  return page.markup;
}

function section(verdict: Verdict): Html {
  return html`<h2>${verdict.address}</h2>
    <p><strong>${conclusion(verdict)}</strong></p>
    <table>
      <tbody>
        <tr>
          <th>观测时段</th>
          <td>${moment(verdict.from)} 至 ${moment(verdict.to)}（北京时间）</td>
        </tr>
        <tr>
          <th>观测次数</th>
          <td>${verdict.probes} 次，正常 ${verdict.answered} 次，${verdict.coverage}%</td>
        </tr>
        <tr>
          <th>最长间断</th>
          <td>${verdict.longestGap} 分钟</td>
        </tr>
        <tr>
          <th>正文</th>
          <td>${verdict.texts.length} 段不同的正文，${verdict.bodies} 种不同的文件</td>
        </tr>
        <tr>
          <th>时钟</th>
          <td>观测机与服务器最多相差 ${verdict.clockOff} 秒</td>
        </tr>
      </tbody>
    </table>
    <table>
      <thead>
        <tr>
          <th>正文摘要</th>
          <th>首次看到</th>
          <th>最后看到</th>
          <th>次数</th>
        </tr>
      </thead>
      <tbody>
        ${verdict.texts.map(
          ({ text, from, to, probes }) =>
            html`<tr>
              <td>${text}</td>
              <td>${moment(from)}</td>
              <td>${moment(to)}</td>
              <td>${probes}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function ledgerSection(verdict: LedgerVerdict): Html {
  return html`<h2>账本 ${verdict.site}</h2>
    <p><strong>${ledgerConclusion(verdict)}</strong></p>
    ${verdict.heads.length === 0 ? '' : headTable(verdict.heads)} ${verdict.alarms.map(alarmSection)}`;
}

function headTable(heads: LedgerVerdict['heads']): Html {
  return html`<table>
    <thead>
      <tr>
        <th>首次看到</th>
        <th>条数</th>
        <th>总摘要</th>
      </tr>
    </thead>
    <tbody>
      ${heads.map(
        ({ at, head }) =>
          html`<tr>
            <td>${moment(at)}</td>
            <td>${head.size}</td>
            <td>${head.root}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Both heads as they were served: the signed notes themselves are the proof. */
function alarmSection({ from, to, visits, sight }: LedgerAlarm): Html {
  const { head, before } = sight;
  return html`<h3>警报：${ledgerSentence(sight)}</h3>
    <p>${moment(from)} 至 ${moment(to)}，${visits} 次。</p>
    ${
      before
        ? html`<p>以前看到的检查点（${before.size} 条，总摘要 ${before.root}）：</p>
            <pre>${before.checkpoint}</pre>`
        : ''
    }
    ${
      head
        ? html`<p>这时看到的检查点（${head.size} 条，总摘要 ${head.root}）：</p>
            <pre>${head.checkpoint}</pre>`
        : ''
    }`;
}

/** The verdict in one sentence. */
export function conclusion({ continuous, coverage, longestGap, texts, bodies }: Verdict): string {
  if (continuous) return '观测期间网页持续公开，内容没有改动。';
  const why = [
    ...(coverage < 99 ? [`正常的观测只有 ${coverage}%，不足 99%`] : []),
    ...(longestGap > 60 ? [`最长有 ${longestGap} 分钟没有看到`] : []),
    ...(texts.length > 1 ? [`正文改动 ${texts.length - 1} 次`] : bodies > 1 ? ['文件有改动，正文没有变'] : []),
  ];
  return `不能认定持续公开且没有改动：${why.join('；')}。`;
}

function moment(at: string): string {
  const instant = Date.parse(at);
  return `${chineseFullDate(chinaDate(instant))}${chinaTime(instant)}`;
}
