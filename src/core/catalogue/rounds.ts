import type { FindingText } from './finding-text.ts';

const ACCEPT = '确有理由的，请在 round.md 的 accepted 中写明。';

/** What the rules find about a round's list, its dates and its result. */
export const roundTexts = {
  'roster-missing': {
    level: 'error',
    text: () => '没有可用的名单 roster.json，次序和人数无从核对。请用导入命令生成；文件已有的，请先改正它自己的错误。',
  },
  'roster-id-twice': {
    level: 'error',
    text: ({ id }) => `名单上编号 ${id} 出现了不止一次。请删去多余的一行。`,
  },
  'roster-person-without-file': {
    level: 'error',
    text: ({ id }) => `名单上有这个人，却没有可用的 candidates/${id}.md。请补上；文件已有的，请先改正它自己的错误。`,
  },
  'roster-person-missing': {
    level: 'error',
    text: () => '有这个人的文件，名单 roster.json 上却没有。请重新导入名单；确已不在名单的，请删去这个文件。',
  },
  'roster-name-differs': {
    level: 'error',
    text: ({ listed, own, id }) =>
      `名单上的姓名是“${listed}”，candidates/${id}.md 写的是“${own}”。请对照批准的名单改成一致，一个字也不能差。`,
  },
  'roster-employer-differs': {
    level: 'error',
    text: ({ listed, own, id }) =>
      `名单上的单位是“${listed}”，candidates/${id}.md 写的是“${own}”。请对照批准的名单改成一致，一个字也不能差。`,
  },
  'id-twice': {
    level: 'error',
    text: ({ id, other }) =>
      `编号 ${id} 已经用在 ${other}。编号就是网址，全站不能重复。请给其中一人重新编号，并改名单。`,
  },
  'quota-missed': {
    level: 'error',
    text: ({ what, count, counter, limit, remedy, basis }) =>
      `名单上${what}有 ${count} ${counter}，而名额${limit}${basis}。${remedy}`,
  },
  'quota-about': {
    level: 'warning',
    text: ({ what, count, counter, limit, basis }) =>
      `名单上${what}有 ${count} ${counter}，而名额${limit}，相差超过五分之一${basis}。请核对名单；${ACCEPT}`,
  },
  'round-quota-missed': {
    level: 'error',
    text: ({ tier, count, counter, limit, basis }) =>
      `本届写明“${tier}”${count} ${counter}，而名额${limit}${basis}。请改正本届的人数。`,
  },
  'round-quota-about': {
    level: 'warning',
    text: ({ tier, count, counter, limit, basis }) =>
      `本届写明“${tier}”${count} ${counter}，而名额${limit}，相差超过五分之一${basis}。请核对；${ACCEPT}`,
  },
  'nominating-kind-missing': {
    level: 'error',
    text: ({ body, allowed }) =>
      `推荐单位“${body}”没有写类别（kind），无从核对推荐名额；只有个人自荐可以不写。请写下列之一：${allowed}。`,
  },
  'nominating-kind-unknown': {
    level: 'error',
    text: ({ body, kind, allowed }) => `推荐单位“${body}”的类别 ${kind} 没有规定名额。请写下列之一：${allowed}。`,
  },
  'nominating-quota-exceeded': {
    level: 'error',
    text: ({ body, count, people, kind, limit, basis }) =>
      `“${body}”推荐了 ${count} 人（${people}），而${kind}每个单位不超过 ${limit} 人${basis}。请核对各人的推荐单位；确实超出的，由主办单位与推荐单位商定，程序不代为取舍。`,
  },
  'nominating-quota-exceeded-general': {
    level: 'warning',
    text: ({ body, count, people, kind, limit, basis }) =>
      `“${body}”推荐了 ${count} 人（${people}），而${kind}每个单位原则上不超过 ${limit} 人${basis}。请核对；${ACCEPT}`,
  },
  'window-length-missing': {
    level: 'error',
    text: ({ basis }) =>
      `通知没有写明公示几天${basis}，本届必须写明，程序不能代为假定。请在 publicity 中补上 length（天数）和 unit（working 为工作日，calendar 为自然日）。`,
  },
  'window-length-restated': {
    level: 'error',
    text: ({ own, required, basis }) =>
      `本届写的公示期是${own}，而规定是${required}${basis}。请删去 length 和 unit，或改成一致。`,
  },
  'window-near-calendar-end': {
    level: 'warning',
    text: ({ closesOn, year }) =>
      `公示截止 ${closesOn} 在年底最后几天，这几天有时由${year}年的放假通知另行安排，而 calendar/${year}.json 还没有。通知公布后请补上并重新核对；不能等的，请在 round.md 的 accepted 中写明。`,
  },
  'outlet-missing': {
    level: 'error',
    text: ({ name, basis }) => `规定要在“${name}”公示${basis}，本届的 outlets 中没有。请补上。`,
  },
  'outlet-employer-missing': {
    level: 'error',
    text: ({ basis }) =>
      `规定要在所在单位同时公示${basis}，本届的 outlets 中没有。请补上，例如“候选人所在单位公示栏”。`,
  },
  'stage-reversed': {
    level: 'error',
    text: ({ opensOn, closesOn }) => `这一阶段 ${closesOn} 结束，早于开始的 ${opensOn}。请核对两个日期的年、月、日。`,
  },
  'vote-reversed': {
    level: 'error',
    text: ({ opensOn, closesOn }) =>
      `网络投票 ${closesOn} 结束，不晚于开始的 ${opensOn}。请核对两个日期的年、月、日和钟点。`,
  },
  'vote-hour-without-day': {
    level: 'error',
    text: () => '写了投票的钟点，却没有写是哪一天。请补上 opensOn（开始）或 closesOn（结束）的日期，或删去钟点。',
  },
  'conferral-before-publicity': {
    level: 'error',
    text: ({ opensOn, last }) => `命名安排在 ${opensOn}，而公示到 ${last} 还没有结束。请把命名改到 ${last} 以后。`,
  },
  'notice-kind-first': {
    level: 'error',
    text: ({ words }) => `${words}（kind）不能是一届的第一份公示。第一份写 candidates（拟命名）或 shortlist（入围）。`,
  },
  'notice-kind-behind': {
    level: 'error',
    text: ({ words, before }) => `${words}不能接在${before}之后。请核对 kind 和发布日期（published）。`,
  },
  'notice-before-close': {
    level: 'error',
    text: ({ words, before, closesOn }) =>
      `${before}到 ${closesOn} 才满，这时不能发布${words}。请把发布日期（published）改到期满以后。`,
  },
  'notice-after-result': {
    level: 'error',
    text: ({ words, published }) =>
      `结果已在 ${published} 公布，之后不能再发布${words}。请核对 published；结果以后的事请用更正或撤销称号。`,
  },
  'notice-names-withdrawn': {
    level: 'error',
    text: ({ words, id }) => `编号 ${id} 已经取消候选资格或退出，不能再列入${words}的名单。请从这份名单里移出。`,
  },
  'notice-person-again': {
    level: 'error',
    text: ({ words, id }) => `编号 ${id} 已经在此前的名单上公示，不能再列入${words}。增补名单只写新增的人。`,
  },
  'notice-not-shortlisted': {
    level: 'warning',
    text: ({ words, id }) => `编号 ${id} 没有在入围名单上公示过，却列入${words}。请核对；${ACCEPT}`,
  },
  'result-on-shortlist': {
    level: 'error',
    text: () => '只有入围公示，还没有公示过拟命名的人选，不能公布结果。请先发布拟命名公示（npm run new-notice）。',
  },
  'result-without-notice': {
    level: 'error',
    text: () =>
      '有结果而没有可用的公示 notice.md：没有公示过的人不能命名。请补上公示；文件已有的，请先改正它自己的错误。',
  },
  'result-not-listed': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 不在公示名单 roster.json 上，没有公示过的人不能写进结果。请核对编号。`,
  },
  'result-person-twice': {
    level: 'error',
    text: ({ id }) => `编号 ${id} 在结果里写了不止一次。请只留一处。`,
  },
  'result-person-missing': {
    level: 'error',
    text: ({ id }) =>
      `公示过的这个人在结果里没有交代。请把 ${id} 写进 conferred；未命名的写进 notConferred，原因可以不写。`,
  },
  'result-further-alone': {
    level: 'error',
    text: () => '有补充公布而没有结果 result.md。补充公布接在结果之后，请先公布结果。',
  },
  'result-further-empty': {
    level: 'error',
    text: () => '补充公布里既没有命名的人，也没有不予命名的人。请写上，或删去这个文件。',
  },
  'result-confers-reserve': {
    level: 'error',
    text: ({ tier }) =>
      `“${tier}”是后备，不是称号，不能命名。递补的写进所递补的档次；没有递补的不写，页面上写作“未递补”。`,
  },
  'result-reserve-without-vacancy': {
    level: 'error',
    text: ({ tier, places, vacant }) =>
      `这是后备人选，而“${tier}”公示了 ${places} 个名额，空缺 ${vacant} 个，没有空缺可以递补。请核对命名决定；确有人不命名的，写进 notConferred，或办取消候选资格（withdraw-candidate）。`,
  },
  'result-reserve-out-of-turn': {
    level: 'error',
    text: ({ before }) =>
      `后备人选按名单的次序递补，${before}排在前面而没有递补。请核对命名决定；${before}不递补的，写进 notConferred。`,
  },
  'result-reason-accuses': {
    level: 'error',
    text: ({ word }) =>
      `未命名的理由里有“${word}”，会成为对落选者的公开指责。请不写理由，或只写“名额所限”这样的话；确要取消资格的，期满以前用取消候选资格（withdraw-candidate）。`,
  },
  'result-reason-interim': {
    level: 'warning',
    text: ({ word }) =>
      `未命名的理由里有“${word}”，是还没有了结的事。请改办暂缓（npm run act -- --kind deferral），结果里不写这个人，了结以后补充公布（npm run result -- --further）；已经公布的，了结以后也用补充公布，原来的话即不再显示。${ACCEPT}`,
  },
  'reserve-target-missing': {
    level: 'error',
    text: ({ tier, allowed }) =>
      `档次“${tier}”像是后备，却没有写递补到哪一档（reserveFor）。请写下列之一：${allowed}。`,
  },
  'reserve-target-unknown': {
    level: 'error',
    text: ({ tier, allowed }) => `档次“${tier}”递补到的一档（reserveFor）不是称号。请写下列之一：${allowed}。`,
  },
  'result-order': {
    level: 'error',
    text: ({ name, before }) => `结果里${name}排在${before}之后，公示名单上却在前面。请按公示名单的次序排列。`,
  },
  'result-tier-differs': {
    level: 'error',
    text: ({ shown, conferred }) =>
      `公示的是“${shown}”，结果写的是“${conferred}”。请核对；确要改变档次的，应当重新公示。`,
  },
  'result-quota-missed': {
    level: 'error',
    text: ({ what, count, counter, limit, basis }) =>
      `结果里${what}有 ${count} ${counter}，而名额${limit}${basis}。请核对结果名单。`,
  },
  'result-quota-about': {
    level: 'warning',
    text: ({ what, count, counter, limit, basis }) =>
      `结果里${what}有 ${count} ${counter}，而名额${limit}，多出超过五分之一${basis}。请核对；${ACCEPT}`,
  },
  'result-too-early': {
    level: 'error',
    text: ({ conferredOn, closesOn }) =>
      `决定的日期 ${conferredOn} 在公示期之内（公示到 ${closesOn} 才满）。请核对日期；公示期满以后才能决定。`,
  },
  'result-published-early': {
    level: 'error',
    text: ({ published, conferredOn }) => `结果 ${published} 发布，早于决定的日期 ${conferredOn}。请核对两个日期。`,
  },
} as const satisfies Record<string, FindingText>;
