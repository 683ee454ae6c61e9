import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { separatorOf } from '#core/privacy/markup.ts';
import { lookAtDataAddresses } from './data-address.ts';
import { isPart, Parts } from './pieces-apart.ts';
import { lookAtScript } from './script.ts';
import { lookAtStyle } from './style.ts';
import { lookAtTable } from './table.ts';
import { type Looker, place } from './view.ts';

/**
 * A page: its source, its visible text with tags taken out, its tables, attributes, comments and scripts, and the pages in
 * `srcdoc`. The tokeniser alone is used: building a tree takes quadratic time on hostile pages, and no tree is needed.
 */
export function lookAtHtml(source: string, where: string, looker: Looker, depth = 0): void {
  lookAtSource(source, where, looker);
  const page = new Page();
  page.read(source);
  looker.text(place(where, '正文'), page.text.join(''));
  for (const rows of page.tables) lookAtTable(rows, place(where, '表格'), looker, true);
  looker.pieces(place(where, '属性'), page.attributes);
  looker.pieces(place(where, '属性'), page.parts.pieces);
  if (page.styles.length > 0) lookAtStyle(page.styles.join('\n'), where, looker, false);
  looker.pieces(place(where, '注释'), page.comments);
  for (const script of page.scripts) lookAtScript(script, place(where, '脚本'), looker, false);
  for (const [name, value] of page.carriers) {
    if (name === 'srcdoc' && depth < MOST_PAGES) lookAtHtml(value, place(where, 'srcdoc'), looker, depth + 1);
    else lookAtDataAddresses(value, place(where, 'data:'), looker);
  }
}

const MOST_PAGES = 4;

/**
 * The same styles and scripts stand in every page of a site. Each is a text of its own, so that a text seen before is not looked at again;
 * in the page stand its beginning and its end, for what a neighbour might be told together with.
 */
function lookAtSource(source: string, where: string, looker: Looker): void {
  const rest: string[] = [];
  let done = 0;
  for (const { from, to } of longBlocks(source)) {
    const block = source.slice(from, to);
    looker.text(place(where, '样式和脚本'), block);
    rest.push(source.slice(done, from), shortened(block));
    done = to;
  }
  looker.text(where, rest.join('') + source.slice(done), true);
  lookAtDataAddresses(source, place(where, 'data:'), looker);
}

/** Where the texts of long styles and scripts stand; one walk through the source, whatever is left open in it. */
function* longBlocks(source: string): Generator<{ from: number; to: number }> {
  const opening = /<(style|script)(?=[\s>])[^<>]{0,300}>/gi;
  const unclosed = new Set<string>();
  for (let open = opening.exec(source); open; open = opening.exec(source)) {
    const name = (open[1] ?? '').toLowerCase();
    if (unclosed.has(name)) continue;
    const closing = name === 'style' ? /<\/style/gi : /<\/script/gi;
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(source);
    if (!close) unclosed.add(name);
    else if (close.index - opening.lastIndex >= LONG) yield { from: opening.lastIndex, to: close.index };
    if (close) opening.lastIndex = close.index;
  }
}

/** Characters: shorter blocks stay where they are. */
const LONG = 800;
/** Longer than any private value with the words around it by which it is told. */
const EDGE = 200;

/** The edges of a text, its lines counted as before, and between them a sign that is part of nothing. */
function shortened(text: string): string {
  if (text.length < LONG) return text;
  const middle = text.slice(EDGE, -EDGE).replace(/[^\n]+/g, '');
  return `${text.slice(0, EDGE)}\uFFFD${middle}\uFFFD${text.slice(-EDGE)}`;
}

const RAW: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

class Page implements TokenHandler {
  readonly text: string[] = [];
  readonly attributes: string[] = [];
  readonly comments: string[] = [];
  readonly scripts: string[] = [];
  readonly tables: string[][][] = [];
  /** Attributes that carry a page or a file. */
  readonly carriers: [name: string, value: string][] = [];
  private readonly tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, this);
  private readonly open: string[][][] = [];
  readonly styles: string[] = [];
  /** Numbers told over several `data-` attributes or boxes of a form, of one element or of neighbours, and over the names of classes. */
  readonly parts = new Parts();
  private script: string[] | undefined;
  private inStyle = false;
  private style: string[] = [];

  read(source: string): void {
    this.tokenizer.write(source, true);
  }

  onStartTag({ tagName, attrs }: Token.TagToken): void {
    const mode = RAW[tagName];
    this.endStyle();
    if (mode !== undefined) this.tokenizer.state = mode;
    this.script = tagName === 'script' ? [] : undefined;
    this.inStyle = tagName === 'style';
    this.say(separatorOf(tagName));
    if (tagName === 'table') this.open.push([]);
    if (tagName === 'tr') this.open.at(-1)?.push([]);
    if (tagName === 'td' || tagName === 'th') this.row()?.push('');
    const told = attrs.filter(
      ({ name, value }) => (name.startsWith('data-') || (name === 'value' && tagName === 'input')) && isPart(value),
    );
    if (told.length === 0) this.parts.end();
    for (const { value } of told) this.parts.add(value);
    for (const { name, value } of attrs) {
      if (value === '') continue;
      this.attributes.push(`${name}=${value}`);
      if (name === 'style' && value.includes('--')) this.styles.push(value);
      if (name === 'class') this.numbered(value);
      if (name === 'srcdoc' || /data:/i.test(value)) this.carriers.push([name, value]);
    }
  }

  onEndTag({ tagName }: Token.TagToken): void {
    this.endStyle();
    if (tagName === 'script' && this.script) {
      this.scripts.push(this.script.join(''));
      this.script = undefined;
    }
    this.say(separatorOf(tagName));
    const done = tagName === 'table' ? this.open.pop() : undefined;
    if (done) this.tables.push(done);
  }

  onComment({ data }: Token.CommentToken): void {
    this.comments.push(data);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.inStyle) this.style.push(chars);
    else if (this.script) this.script.push(chars);
    else this.say(chars);
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    this.onCharacter({ chars } as Token.CharacterToken);
  }

  onNullCharacter(): void {
    // Invisible.
  }

  onDoctype({ publicId, systemId }: Token.DoctypeToken): void {
    this.comments.push(`${publicId ?? ''} ${systemId ?? ''}`);
  }

  onEof(): void {
    this.parts.end();
    this.endStyle();
    if (this.script) this.scripts.push(this.script.join(''));
    this.tables.push(...this.open.splice(0));
  }

  /** n138 n1234 n5678: classes that differ in their number alone. */
  private numbered(names: string): void {
    const told = names
      .slice(0, 400)
      .split(/\s+/)
      .flatMap((name) => /^([A-Za-z]{1,12}[-_]?)([0-9]{2,8})$/.exec(name) ?? []);
    const [, stem] = told;
    const digits = told.filter((_, index) => index % 3 === 2);
    if (digits.length > 1 && told.every((one, index) => index % 3 !== 1 || one === stem)) {
      this.parts.pieces.push(digits.join('\t'));
    }
  }

  /** A style is text too, where nobody reads it as a style; all of a long one is a text of its own. */
  private endStyle(): void {
    const text = this.style.join('');
    this.style = [];
    this.inStyle = false;
    if (text === '') return;
    this.styles.push(text);
    this.say(shortened(text));
  }

  private say(text: string): void {
    if (text === '') return;
    this.text.push(text);
    const row = this.row();
    // A cell keeps its lines, but a border of its own is none of its text.
    if (row && row.length > 0 && text !== '\t') row[row.length - 1] += text;
  }

  private row(): string[] | undefined {
    return this.open.at(-1)?.at(-1);
  }
}
