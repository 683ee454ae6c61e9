import type { FindingText } from './finding-text.ts';

const ACT = 'npm run act -- --kind';

/** What happens to a notice after publication: acts, changes nobody explained, results, takedowns. */
export const lifeTexts = {
  'act-name-differs': {
    level: 'error',
    text: ({ name }) => `文件名与里面写的日期、种类不一致。请改名为 ${name}.md。`,
  },
  'act-before-publication': {
    level: 'error',
    text: () => '公示还没有发布，不用办理更正等手续。请直接改内容，再重新批准（npm run approve -- --again）。',
  },
  'act-after-withdrawal': {
    level: 'error',
    text: () => '公示已经撤销，之后不能再办理任何事项。请删去这一份，另发新的公示。',
  },
  'act-after-replacement': {
    level: 'error',
    text: () =>
      '这份公示已经由重新公示代替，不能再对它办理。请用 --notice 写明现在有效的公示；已写下的，请删去这一份再办。',
  },
  'act-notice-unknown': {
    level: 'error',
    text: ({ notice, known }) => `这一届没有“${notice}”这份公示。请改为下列之一：${known}。`,
  },
  'act-out-of-turn': {
    level: 'error',
    text: ({ act, state, instead }) => `现在的状态是“${state}”，不能办理“${act}”。${instead}`,
  },
  'act-old-close-differs': {
    level: 'error',
    text: ({ stated, actual }) => `原截止日写的是 ${stated}，当时的截止日是 ${actual}。请改为 ${actual}。`,
  },
  'extension-not-longer': {
    level: 'error',
    text: ({ newClosesOn, closesOn }) =>
      `延长后的截止日 ${newClosesOn} 不晚于现在的截止日 ${closesOn}。公示期只能延长，不能缩短；请写一个更晚的日期。`,
  },
  'act-day-rests': {
    level: 'error',
    text: ({ what, date, reason, next }) => `${what} ${date} 是${reason}，不是工作日。请改为 ${next}。`,
  },
  'resumption-backdated': {
    level: 'error',
    text: ({ published, resumesOn, earliest }) =>
      `恢复在 ${published} 才公布，${resumesOn} 公众没有满一天，不能计算。恢复之日请改为 ${earliest} 或以后。`,
  },
  'resumption-twice': {
    level: 'error',
    text: ({ resumesOn }) =>
      `已经公布从 ${resumesOn} 起恢复公示，不能再办一次。请删去这一份；要推迟恢复，等恢复以后再中止。`,
  },
  'resumption-close-differs': {
    level: 'error',
    text: ({ stated, expected, left, resumesOn }) =>
      `还剩${left}，自 ${resumesOn} 恢复应截止于 ${expected}，写的是 ${stated}。请改为 ${expected}；已经发布的，请用延长（extension）办到 ${expected}。`,
  },
  're-publicity-closes-earlier': {
    level: 'error',
    text: ({ closesOn, before }) =>
      `重新公示截止 ${closesOn}，早于原公示的截止日 ${before}，会缩短公众原有的时间。请推迟重新公示的日期。`,
  },
  'act-person-unknown': {
    level: 'error',
    text: ({ id }) => `公示名单里没有编号 ${id}。请核对。`,
  },
  'act-person-already-withdrawn': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 的候选资格已经取消过。请删去重复的一份。`,
  },
  'deferral-of-withdrawn': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 已经不在候选之列，不能再暂缓。请核对。`,
  },
  'deferral-twice': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 已经暂缓，还没有解除。请删去重复的一处。`,
  },
  'lift-without-deferral': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 没有暂缓，或暂缓已经解除，没有可以解除的。请核对。`,
  },
  'revoke-whom': {
    level: 'error',
    text: () => '撤销称号要么写明是哪些人（people），要么写 whole: true 撤销整个决定，只写一项。',
  },
  'revoke-not-conferred': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 不在命名名单里，没有称号可以撤销。请核对。`,
  },
  'revoke-twice': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 的称号已经撤销过。请删去重复的一处。`,
  },
  'revoke-whole-twice': {
    level: 'error',
    text: () => '整个决定已经撤销过。请删去重复的一份。',
  },
  'correction-of-whom': {
    level: 'error',
    text: () => '更正个人资料（of: "person"）要写 person（编号），更正其他内容不写。',
  },
  'correction-changes-nothing': {
    level: 'error',
    text: () => '更正前后相同，或者写了 withheld 又写了原文。请写明改了什么；不宜重复的原文只写 withheld: true。',
  },
  'correction-of-dates': {
    level: 'error',
    text: ({ field }) =>
      `${field}不能用更正来改：公示期变动请用延长（extension）、中止（suspension）或重新公示（re-publicity），发布日期如实保留。`,
  },
  'correction-of-decision': {
    level: 'error',
    text: ({ field }) => `${field}是决定本身，不能用更正来改。撤销称号请用 revoke；名单有实质变动请重新公示。`,
  },
  'correction-field-unknown': {
    level: 'error',
    text: ({ field, allowed }) => `没有“${field}”这一项可以更正。现有：${allowed}。`,
  },
  'correction-chain-broken': {
    level: 'error',
    text: ({ field, before }) =>
      `${field}在 ${before} 已经更正过一次，这一次的原文应当是那一次改成的内容。请核对 old。`,
  },
  'correction-not-applied': {
    level: 'error',
    text: ({ field, file }) =>
      `更正写了${field}的新内容，${file} 里现在却不是。请把文件改得与更正一致，或另办一次更正。`,
  },
  'change-unexplained': {
    level: 'error',
    text: ({ field, old, now, document }) =>
      `公示发布以后，${field}由${old}变成了${now}，虽已由${document}重新批准，却没有更正记录。已公开的内容不能悄悄改动：请用 ${ACT} correction 记录这次更正，实质变动请重新公示（re-publicity）。`,
  },
  'window-changed-unexplained': {
    level: 'error',
    text: ({ field, old, now, document }) =>
      `公示发布以后，${field}由 ${old} 变成了 ${now}，虽已由${document}重新批准，已公布的公示期不改原文。请改回，另办延长（extension）、中止（suspension）或重新公示（re-publicity）。`,
  },
  'people-changed-unexplained': {
    level: 'error',
    text: ({ name, how, document }) =>
      `公示发布以后，${name}${how}，虽已由${document}重新批准，却没有重新公示。请用 ${ACT} re-publicity 重新公示，或恢复原来的名单。`,
  },
  'calendar-moved-window': {
    level: 'error',
    text: ({ closesOn, expected, length, cause }) =>
      `${cause}已公布的截止日 ${closesOn} 不再满${length}，应到 ${expected}。已公布的日期不改原文：请用 ${ACT} extension --new-close ${expected} --reason-code calendar-amended 延长。`,
  },
  'calendar-shortens-window': {
    level: 'warning',
    text: ({ closesOn, expected, length, cause }) =>
      `${cause}${length}到 ${expected} 已满，已公布的截止日 ${closesOn} 更晚，仍以公布的为准，公示期不缩短。`,
  },
  'result-before-close': {
    level: 'error',
    text: ({ published, closesOn }) =>
      `结果 ${published} 公布，而公示期经延长、恢复或重新公示后到 ${closesOn} 才满。请在期满之后公布。`,
  },
  'result-while-suspended': {
    level: 'error',
    text: () => '公示还在中止，没有满期，不能公布结果。请先恢复公示。',
  },
  'result-after-withdrawal': {
    level: 'error',
    text: () => '公示已经撤销，不能据此公布结果。请删去 result.md。',
  },
  'result-names-withdrawn': {
    level: 'error',
    text: ({ id, date }) => `编号 ${id} 的候选资格已于 ${date} 取消，不能再出现在结果里。请删去这一处。`,
  },
  'result-names-deferred': {
    level: 'error',
    text: ({ id, date }) =>
      `编号 ${id} 已于 ${date} 暂缓，还没有解除，不能写进结果。请先解除（npm run act -- --kind lift-deferral），再补充公布；这一次的结果不必提到。`,
  },
  'result-further-early': {
    level: 'error',
    text: ({ published, before }) => `补充公布 ${published} 发布，不晚于前一份结果（${before}）。请核对日期和时刻。`,
  },
  'result-published-late': {
    level: 'warning',
    text: ({ conferredOn, published, latest }) =>
      `决定于 ${conferredOn} 作出，${published} 才公布，超过20个工作日（${latest}）。政府信息应当在形成之日起20个工作日内公开（政府信息公开条例第二十六条）。`,
  },
  'taken-down-still-there': {
    level: 'error',
    text: ({ id }) =>
      `编号 ${id} 已经撤下，名册或个人文件里却还有这个人。请运行 npm run takedown -- --person ${id}，再撤一次。`,
  },
  'taken-down-misplaced': {
    level: 'error',
    text: () => '撤下记录里的编号、活动或届次与它所在的位置不一致。撤下记录只由 npm run takedown 写入，请从备份恢复。',
  },
} as const satisfies Record<string, FindingText>;
