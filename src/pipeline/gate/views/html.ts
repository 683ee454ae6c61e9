import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { separatorOf } from '#core/privacy/markup.ts';
import { lookAtDataAddresses } from './data-address.ts';
import { isPart, Parts } from './pieces-apart.ts';
import { lookAtScript } from './script.ts';
import { lookAtStyle } from './style.ts';
import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

/**
 * A page: its source, its visible text with tags taken out, its tables, attributes, comments and scripts, and the pages in
 * `srcdoc`. The tokeniser alone is used: building a tree takes quadratic time on hostile pages, and no tree is needed.
 */
export function lookAtHtml(source: string, where: string, looker: Looker, depth = 0): void {
  lookAtText(source, where, looker);
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

  read(source: string): void {
    this.tokenizer.write(source, true);
  }

  onStartTag({ tagName, attrs }: Token.TagToken): void {
    const mode = RAW[tagName];
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
    this.inStyle = false;
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
    if (this.inStyle) this.styles.push(chars);
    if (this.script) this.script.push(chars);
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
