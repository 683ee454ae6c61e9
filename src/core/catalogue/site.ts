import type { FindingText } from './finding-text.ts';

const ACCEPT = '还没有办好、或者确实不用的，请在 site.json 的 accepted 中写明理由。';

/** What a public site has to carry, and wording that is a known slip. */
export const siteTexts = {
  'site-id-code-missing': {
    level: 'warning',
    text: () =>
      `没有写网站标识码（siteIdCode），网页的 SiteIDCode 和页脚都没有它。政府网站每一页都要有（《政府网站发展指引》，国办发〔2017〕47号）。请补上；不是政府网站的（例如工会、协会、企业办的），写 "governmental": false。`,
  },
  'icp-number-missing': {
    level: 'warning',
    text: () =>
      `没有写ICP备案号（icpNumber），页脚没有它。网站主页要标明备案编号（《互联网信息服务管理办法》第十二条）。请补上；${ACCEPT}`,
  },
  'public-security-number-missing': {
    level: 'warning',
    text: () =>
      `没有写公安备案号（publicSecurityNumber），页脚没有它。网站开通后三十日内要到公安机关备案（《计算机信息网络国际联网安全保护管理办法》第十二条）。请补上；${ACCEPT}`,
  },
  'site-contact-missing': {
    level: 'warning',
    text: () =>
      `没有写网站的联系方式（channels），读者找不到主办单位。网页底部要列明主办单位和联系方式（《政府网站发展指引》，国办发〔2017〕47号）。请补上；${ACCEPT}`,
  },
  'map-review-number': {
    level: 'error',
    text: () =>
      '审图号（reviewNumber）写得不像审图号。请照地图上印的写，例如 "鲁SG（2023）012号"、"GS京（2022）1061号"，前面不写“审图号”三个字。没有审图号的地图不能公开（《地图管理条例》第十五条）。',
  },
  'map-missing': {
    level: 'error',
    text: ({ file }) => `写了这张地图，却没有 ${file}。请把标准地图原样放进去，不裁剪、不改画；或删去 map 一项。`,
  },
  'map-surplus': {
    level: 'error',
    text: () =>
      'site.json 的 map 一项没有写到这张图。maps 里只放一张经审核的标准地图；请在 map 里写明它的文件名、名称、审图号、来源和文字说明，或移走它。',
  },
  'wording-slip': {
    level: 'warning',
    text: ({ wrong, right, source }) =>
      `“${wrong}”一般应写作“${right}”（${source}）。请核对原文；确应如此写的（例如专有名称），请在 round.md 的 accepted 中写明。`,
  },
} as const satisfies Record<string, FindingText>;
