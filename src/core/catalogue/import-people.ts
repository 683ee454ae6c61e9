import type { FindingText } from './finding-text.ts';

/** What is said of the people in a roster, their forms, and of the plan. Private values arrive in no argument. */
export const importPeopleTexts = {
  'import-value-missing': {
    level: 'error',
    text: ({ header }) => `缺少“${header}”。请补上。`,
  },
  'import-ask-body': {
    level: 'error',
    text: ({ file }) =>
      `表里没有写推荐单位，要由收表的人说明这份表是谁报来的。请加 --from "${file}=推荐单位"，例如 --from "${file}=某某总工会"；这一批都是一家报来的，写 --from 某某总工会。`,
  },
  'import-ask-column': {
    level: 'error',
    text: ({ header, choices, example }) =>
      `表里没有“${header}”。请加 --all ${header}=${example}，这一批都按此写；可写：${choices}。各人不同的请在表里补上这一列。`,
  },
  'import-ask-tier': {
    level: 'warning',
    text: ({ choices, example }) =>
      `表里没有写档次。这一批都是一个档次的请加 --all 档次=${example}；可写：${choices}。各人不同的请在表里补上“档次”一列。`,
  },
  'import-ask-earlier': {
    level: 'warning',
    text: ({ opens, closes }) =>
      `表里没有写先前公示的日期。请加 --all ${opens}=2026-03-02 --all ${closes}=2026-03-06（写实际的日期），这一批都按此写。`,
  },
  'import-ask-honours': {
    level: 'warning',
    text: ({ proposal }) =>
      `荣誉没有写级别，而规定要看级别。按名称看：${proposal}。对的请加 --honour-level 按名称；全是一个级别的写级别，例如 --honour-level 市级。`,
  },
  'import-texts-on-forms': {
    level: 'warning',
    text: ({ file, form, headings, count }) =>
      `有 ${count} 人没有“${headings}”：这些不在汇总表上，写在每人一张的《${form}》上。请把各人的表放进一个文件夹，同汇总表写在一条命令里：npm run import -- ${file} 文件夹；只用汇总表写入的，检查会逐人报缺。`,
  },
  'import-ask-summary': {
    level: 'warning',
    text: ({ heading, example }) =>
      `表里没有简要事迹。可以取“${heading}”的开头，例如“${example}”；这样写请加 --summary-from ${heading}；不要简要事迹请加 --summary-from 不写。`,
  },
  'import-ask-trade': {
    level: 'warning',
    text: ({ example }) =>
      `表里没有“工种”。有的人岗位就是工种：${example}。这样写请加 --trade-from 岗位；要空着请加 --trade-from 不写。`,
  },
  'import-from-unknown': {
    level: 'error',
    text: ({ file }) => `--from 写的文件“${file}”不在这一批里。请核对文件名，连同后缀。`,
  },
  'import-bodies-new': {
    level: 'warning',
    text: ({ names, kinds }) =>
      `推荐单位 ${names} 不在本届的推荐单位之列。写法没有错的请加 --add-bodies${kinds === '' ? '' : ' 和 --body-kind'}，导入时一并补进 round.md${kinds === '' ? '' : `；--body-kind 写类别：${kinds}`}；写错的请在表里改正。`,
  },
  'import-bodies-kind': {
    level: 'error',
    text: ({ names, allowed }) =>
      `要补进的推荐单位 ${names} 要写明类别。请加 --body-kind，可写：${allowed}。类别不同的请分几次导入。`,
  },
  'import-bodies-by-hand': {
    level: 'error',
    text: ({ names }) =>
      `round.md 里 nominatingBodies 的写法特别，补不进 ${names}。请一行一个写成 - name: "单位"，再导入。`,
  },
  'import-split-proposal': {
    level: 'warning',
    text: ({ employer, post }) =>
      `一格里写了单位和职务，拆成工作单位“${employer}”、岗位“${post}”。请核对；不对的请在表里分成两列。`,
  },
  'import-split-unclear': {
    level: 'warning',
    text: () => '一格里写了单位和职务，分不清从哪里拆，全文作为工作单位。请核对；要分开的请在表里分成两列。',
  },
  'import-district-unknown': {
    level: 'error',
    text: ({ allowed }) =>
      `这一格不是区县的名称。${allowed === '' ? '请写区县的全称，例如环翠区' : `可写：${allowed}`}；没有请留空。`,
  },
  'import-text-outside': {
    level: 'warning',
    text: ({ text }) =>
      `表外有一段文字没有读取${text === '' ? '' : `：“${text}…”`}。要公开的请写进表里的一栏；不要的不用管。`,
  },
  'import-classified': {
    level: 'warning',
    text: () => '这一行标明涉密，没有导入这个人。请核实；不涉密的写“否”或留空后重新导入，涉密的请从名单里删去。',
  },
  'import-classified-word': {
    level: 'warning',
    text: () => '这一格提到“涉密”。请核实此人和这段文字可不可以公开。',
  },
  'import-person-twice': {
    level: 'error',
    text: ({ row }) => `与 ${row} 的姓名、单位都相同。请核对是否重复；确是两个人的，请把单位写到能区分。`,
  },
  'import-namesake': {
    level: 'warning',
    text: ({ row }) => `与 ${row} 同名，单位不同，按两个人处理。请核对。`,
  },
  'import-age-over': {
    level: 'error',
    text: ({ atMost, opensOn, clause }) => `到公示首日 ${opensOn} 超过 ${atMost} 周岁（${clause}）。请核对。`,
  },
  'import-age-over-generally': {
    level: 'warning',
    text: ({ atMost, opensOn, clause }) =>
      `到公示首日 ${opensOn} 超过 ${atMost} 周岁（${clause}写“一般”）。请核对并说明理由。`,
  },
  'import-age-uncertain': {
    level: 'warning',
    text: ({ atMost, clause }) => `只写到年或月，正好在 ${atMost} 周岁上下，核对不了（${clause}）。请按证件核对。`,
  },
  'import-age-unknown': {
    level: 'warning',
    text: ({ clause }) => `没有可用的出生年月或身份证号，核对不了年龄规定（${clause}）。请人工核对。`,
  },
  'import-birth-disagrees': {
    level: 'warning',
    text: () => '身份证号里的出生日期与出生年月一列不一致。请按证件核对。',
  },
  'import-identity-wrong': {
    level: 'warning',
    text: () => '身份证号的位数或校验位不对。请按证件核对。',
  },

  'import-form-nameless': {
    level: 'error',
    text: () => '表里“姓名”右边是空的，或没有“姓名”。请填好后重新导入。',
  },
  'import-form-order': {
    level: 'warning',
    text: () => '没有汇总表，名单的次序按文件名的先后。请核对；次序有规定的，请另附汇总表。',
  },
  'import-form-surplus': {
    level: 'error',
    text: () => '这张推荐表的人不在汇总表里。请核对姓名和单位，或移走这张表。',
  },
  'import-form-ambiguous': {
    level: 'error',
    text: () => '汇总表里有不止一个同名的人，单位又对不上，分不清这张推荐表是谁的。请核对单位。',
  },
  'import-form-twice': {
    level: 'error',
    text: ({ file }) => `与 ${file} 是同一个人的推荐表。请只留一张。`,
  },
  'import-form-missing': {
    level: 'warning',
    text: () => '没有这个人的推荐表，只按汇总表导入。',
  },
  'import-form-disagrees': {
    level: 'error',
    text: ({ header, file }) => `“${header}”与推荐表 ${file} 写的不一样。请核对后改成一致。`,
  },

  'import-id-unknown': {
    level: 'error',
    text: () => '网站编号不在这一届的名单里。新增人选请把编号留空；编号抄错的请改正。',
  },
  'import-id-twice': {
    level: 'error',
    text: ({ row }) => `与 ${row} 用了同一个网站编号。请核对：一个人一个编号，新增人选留空。`,
  },
  'import-id-other-person': {
    level: 'error',
    text: ({ name, employer, id, row }) =>
      `编号 ${id} 原来是 ${name}（${employer}），现在姓名和单位都不同。是同一个人请加 --same ${row}=${id}，是新增的人请加 --new ${row}。`,
  },
  'import-who-is-this': {
    level: 'error',
    text: ({ known, row, id }) =>
      `名单里原有 ${known}，和这一行像是同一个人，又不完全一样。是同一个人请加 --same ${row}=${id}，是另一个人请加 --new ${row}。`,
  },
  'import-person-gone': {
    level: 'error',
    text: ({ name, employer, id }) =>
      `原名单里的 ${name}（${employer}）不在这份表里。确要移出请加 --remove ${id}；漏了的请补进表里。`,
  },
  'import-removal-after-approval': {
    level: 'error',
    text: ({ name, employer }) =>
      `${name}（${employer}）不在这份表里，而这一届已经批准：批准以后不能用导入移出人选。请在 acts 里写明撤回或取消资格，表里留着这一行。`,
  },
  'edit-removal-after-approval': {
    level: 'error',
    text: ({ name, employer }) =>
      `这一届已经批准：批准以后不能把 ${name}（${employer}）从名单里移出。请写明撤回或取消资格（npm run act）。`,
  },
  'import-change-after-approval': {
    level: 'warning',
    text: () =>
      '这一届已经批准。照此写入后，npm run check 会报告与批准的内容不一致，须重新批准（npm run approve）或写更正。',
  },
  'import-edited-by-hand': {
    level: 'error',
    text: ({ fields, id }) =>
      `上次导入以后手工改过（或更正过），这份表写得不同：${fields}。保留现在的请加 --keep-person ${id}，改用表里的请加 --take-person ${id}；所有人都保留加 --keep-edited，都改用表里的加 --take-sheet。`,
  },
  'import-edited-unknown': {
    level: 'error',
    text: ({ fields, id }) =>
      `没有上次导入的记录，分不清现在的内容是不是手工改的，这份表写得不同：${fields}。保留现在的请加 --keep-person ${id}，改用表里的请加 --take-person ${id}；所有人都保留加 --keep-edited，都改用表里的加 --take-sheet。`,
  },
  'import-edited-list': {
    level: 'error',
    text: ({ fields }) =>
      `名单不是（或分不清是不是）上次导入时的样子，这份表写得不同：${fields}。保留现在的请加 --keep-edited，改用表里的请加 --take-sheet。`,
  },
  'import-edited-kept': {
    level: 'warning',
    text: ({ fields }) => `保留了现在的内容，没有照这份表改：${fields}。`,
  },
  'import-comment-lost': {
    level: 'error',
    text: ({ field }) =>
      `这里的注释写在“${field}”里面，导入要重写这一项，注释会丢失。请把注释移到这一项以外单独成行，或删去它，再导入。`,
  },
  'import-answer-unused': {
    level: 'error',
    text: ({ flag }) => `${flag} 没有对应的问题。请核对行号和编号，或去掉它。`,
  },
  'import-edit-stale': {
    level: 'error',
    text: () => '找不到要改的这一格，或者里面已经不是改的时候那样了，没有照改。请再核对、再改一次。',
  },
  'import-head-known': {
    level: 'error',
    text: ({ head }) => `“${head}”是认识的列，不用也不能另行指定。请去掉对它的指定。`,
  },
  'import-order-unstated': {
    level: 'warning',
    text: ({ words }) =>
      `表里没有写名单怎样排序，先写作“${words}”。要写明的请加 --ordered-by，例如 --ordered-by 排名不分先后。`,
  },
  'import-figure-unclear': {
    level: 'error',
    text: () => '分不清哪里是数、哪里是说明。请一行一项，数和单位连写，空一格再写说明，例如：180公里 检测焊缝累计。',
  },
  'import-timeline-unclear': {
    level: 'error',
    text: () => '有一行读不出年份或事项。请一行一项，先写四位年份，空一格再写做了什么，例如：2005 进厂，做射线评片。',
  },
  'import-lineage-unclear': {
    level: 'error',
    text: () =>
      '有一行读不懂。请一行一人，写成“师父 姓名（同意 本人书面同意，2026-03-02）”；本网站上的人写成“徒弟 姓名（编号 7tmn7wz）”。',
  },
  'import-nobody': { level: 'error', text: () => '表头下面一个人也没有。请核对是否选错了文件。' },
} as const satisfies Record<string, FindingText>;
