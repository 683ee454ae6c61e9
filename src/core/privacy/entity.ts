/**
 * Named character references worth undoing outside of HTML pages: those that stand for digits, separators, spaces,
 * invisible characters and the signs of markup and addresses. Whole pages are read by the HTML tokeniser, which knows all.
 */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  AMP: '&',
  lt: '<',
  LT: '<',
  gt: '>',
  GT: '>',
  quot: '"',
  QUOT: '"',
  apos: "'",
  sup1: '1',
  sup2: '2',
  sup3: '3',
  nbsp: ' ',
  NonBreakingSpace: ' ',
  ensp: ' ',
  emsp: ' ',
  emsp13: ' ',
  emsp14: ' ',
  numsp: ' ',
  puncsp: ' ',
  thinsp: ' ',
  ThinSpace: ' ',
  hairsp: ' ',
  VeryThinSpace: ' ',
  MediumSpace: ' ',
  Tab: '\t',
  NewLine: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
  NoBreak: '',
  ZeroWidthSpace: '',
  NegativeThinSpace: '',
  NegativeMediumSpace: '',
  NegativeThickSpace: '',
  NegativeVeryThinSpace: '',
  ApplyFunction: '',
  af: '',
  InvisibleTimes: '',
  it: '',
  InvisibleComma: '',
  ic: '',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  horbar: '-',
  minus: '-',
  period: '.',
  middot: '·',
  centerdot: '·',
  CenterDot: '·',
  bull: '·',
  bullet: '·',
  comma: ',',
  semi: ';',
  colon: ':',
  sol: '/',
  bsol: '\\',
  lowbar: '_',
  UnderBar: '_',
  vert: '|',
  verbar: '|',
  VerticalLine: '|',
  ast: '*',
  midast: '*',
  plus: '+',
  equals: '=',
  num: '#',
  commat: '@',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  lcub: '{',
  lbrace: '{',
  rcub: '}',
  rbrace: '}',
  percnt: '%',
  times: '×',
};

/** Those that HTML takes without the semicolon. */
const BARE = ['amp', 'AMP', 'lt', 'LT', 'gt', 'GT', 'quot', 'QUOT', 'nbsp', 'shy', 'sup1', 'sup2', 'sup3', 'middot', 'times'];

/** The reference that begins at `&` in `text`: its characters and its length. */
export function namedEntity(text: string, at: number): { value: string; length: number } | undefined {
  let end = at + 1;
  while (end < at + 25 && /[A-Za-z0-9]/.test(text[end] ?? '')) end += 1;
  const name = text.slice(at + 1, end);
  if (text[end] === ';') {
    const value = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (value !== undefined) return { value, length: end + 1 - at };
  }
  const bare = BARE.find((one) => name.startsWith(one));
  return bare === undefined ? undefined : { value: ENTITIES[bare] ?? '', length: bare.length + 1 };
}
