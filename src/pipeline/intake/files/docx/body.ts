import type { NoticeCode, Sheet } from '#core/roster/grid.ts';
import { equationText } from '#pipeline/intake/files/parts/equation.ts';
import { Notices } from '#pipeline/intake/files/parts/notices.ts';
import { isOnlyPaging } from '#pipeline/intake/files/parts/paging.ts';
import { saidIn } from '#pipeline/intake/files/parts/said.ts';
import { raised } from '#pipeline/intake/files/parts/scripts.ts';
import { symbolOf, symbolsOf } from '#pipeline/intake/files/symbol.ts';
import { charactersOf, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { STALE } from './bound.ts';
import { type Context, OUTSIDE, type Paragraph, type Surroundings } from './context.ts';
import { formField } from './controls.ts';
import { readDrawn } from './drawn-place.ts';
import { CONTAINERS, INLINE, REVISIONS, SKIPPED } from './elements.ts';
import { faultOf, Fields } from './fields.ts';
import { lookOf, type RunLook } from './looks.ts';
import { propertiesOf } from './styles.ts';
import { readTable } from './table.ts';

export class Body {
  readonly sheets: Sheet[] = [];
  readonly outside: string[] = [];
  readonly notices = new Notices();
  readonly around: Surroundings;
  /** Text behind the last table, which belongs above the next. */
  private pending: string[] = [];
  private readonly fields = new Fields();

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** The paragraphs at any depth of containers; tables on the way become sheets of their own. */
  blocks(node: XmlNode, context: Context): Paragraph[] {
    return elements(node).flatMap((child): Paragraph[] => {
      this.revision(child, context);
      if (child.name === 'w:p') {
        const paragraph = this.paragraph(child, context);
        if (context === OUTSIDE && paragraph.text.trim() !== '') this.pending.push(paragraph.text);
        return [paragraph];
      }
      if (child.name === 'w:tbl') this.table(child, context);
      else if (child.name === 'w:altChunk') this.note('import-chunk-unread', context);
      else if (child.name === 'm:oMathPara' || child.name === 'm:oMath')
        return [{ text: this.equation(child, context), number: undefined }];
      else if (CONTAINERS.has(child.name)) return this.blocks(child, context);
      else this.leftOver(child, context);
      return [];
    });
  }

  /** Everything between the tables. */
  page(node: XmlNode): void {
    for (const { text } of this.blocks(node, OUTSIDE)) if (text.trim() !== '') this.outside.push(text);
  }

  private table(node: XmlNode, context: Context): void {
    const place = this.sheets.length;
    readTable(this, node, context);
    const sheet = this.sheets[place];
    if (!sheet || context !== OUTSIDE) return;
    sheet.above = this.pending;
    this.pending = [];
  }

  note(code: NoticeCode, { at }: Context, more: { what?: string; text?: string } = {}): void {
    this.notices.placed(code, at, more);
  }

  revision(node: XmlNode, { at }: Context): void {
    if (REVISIONS.has(node.name)) this.notices.counted('import-tracked-change', at);
    if (node.name === 'w:commentReference') this.notices.counted('import-word-comment', at);
  }

  private paragraph(node: XmlNode, outer: Context): Paragraph {
    const properties = element(node, 'w:pPr');
    const paragraphStyle = element(properties, 'w:pStyle')?.attributes['w:val'];
    const { styles, numbering } = this.around;
    const shade = element(properties, 'w:shd') ?? styles.paragraphOf(paragraphStyle, 'w:shd');
    const spacing = element(properties, 'w:spacing') ?? styles.paragraphOf(paragraphStyle, 'w:spacing');
    // Lines of a point or two show nothing of their letters.
    const flat = spacing?.attributes['w:lineRule'] === 'exact' && Number(spacing.attributes['w:line'] ?? 240) <= 40;
    const context = { ...outer, paragraphStyle, grounds: [shade, ...outer.grounds] };
    for (const child of elements(element(properties, 'w:rPr'))) this.revision(child, context);
    const number = numbering.next(node);
    const text = this.inline(node, flat ? { ...context, unseen: true } : context);
    const swallowed = this.fields.endOfParagraph();
    if (swallowed !== '') this.note('import-part-unread', context, { what: '没有结束的域', text: swallowed });
    if (!flat || text.trim() === '') return { text, number };
    this.note('import-hidden-text', context, { what: '行高小得看不见' });
    return { text: '', number };
  }

  private inline(node: XmlNode, context: Context): string {
    let text = '';
    for (const child of elements(node)) {
      this.revision(child, context);
      if (child.name === 'w:r') text += this.run(child, context);
      else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') text += this.equation(child, context);
      else if (child.name === 'w:fldSimple') {
        const shown = this.inline(child, context);
        const fault = faultOf(child.attributes['w:instr'] ?? '', shown);
        if (fault) this.note(fault, context);
        text += shown;
      } else if (child.name === 'w:subDoc') this.note('import-chunk-unread', context);
      else if (INLINE.has(child.name)) text += this.inline(child, context);
      else text += this.piece(child, context);
    }
    return text;
  }

  private run(node: XmlNode, context: Context): string {
    const properties = propertiesOf(element(node, 'w:rPr'));
    const { styles } = this.around;
    const layers = {
      table: context.table,
      paragraph: styles.runOf('paragraph', context.paragraphStyle),
      character: styles.runOf('character', properties.get('w:rStyle')?.attributes['w:val']),
      direct: properties,
    };
    const look = lookOf(layers, styles, context.grounds);
    for (const one of properties.values()) this.revision(one, context);
    const shown = look.symbols === undefined ? context : { ...context, symbols: look.symbols };
    const inner = look.hidden === undefined ? shown : { ...shown, unseen: true };
    let text = '';
    for (const child of elements(node)) {
      this.revision(child, context);
      text += this.piece(child, inner);
    }
    return this.seen(text, look, context);
  }

  /** What of a run's text is taken, and a note of what is not. */
  private seen(text: string, look: RunLook, context: Context): string {
    if (text.trim() === '') return text;
    if (look.struck) {
      context.tally.struck = true;
      if (!context.at) this.note('import-text-struck', context);
      return '';
    }
    if (look.hidden !== undefined) {
      this.note('import-hidden-text', context, look.hidden === '' ? {} : { what: look.hidden });
      return '';
    }
    // Figures lifted by hand are a power as well; other text is lifted to look better.
    const script = look.script ?? (/^[+\-−–\d]+$/u.test(text) ? look.lifted : undefined);
    const small = script && raised(text, script);
    if (script && small === undefined) this.note('import-script-unknown', context);
    return look.capitals ? (small ?? text).toUpperCase() : (small ?? text);
  }

  /** One element inside of a run, or what stands in its place between runs. */
  private piece(node: XmlNode, context: Context): string {
    switch (node.name) {
      case 'w:t':
        return this.fields.seen(this.letters(charactersOf(node), context));
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return this.fields.seen('-');
      case 'w:sym': {
        const symbol = symbolOf(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? '');
        if (symbol === undefined) this.note('import-symbol-unknown', context);
        return this.fields.seen(symbol ?? '');
      }
      case 'w:fldChar':
        return this.field(node, context);
      case 'w:instrText':
        this.fields.instruct(charactersOf(node));
        return '';
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.footnote(node, context);
        return '';
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawn(this, node, context);
        return '';
      case 'a:blip':
      case 'v:imagedata':
        readDrawn(
          this,
          { name: node.name === 'a:blip' ? 'w:drawing' : 'w:pict', attributes: {}, children: [node] },
          context,
        );
        return '';
      case 'w:r':
      case 'w:ruby':
      case 'w:rubyBase':
        return this.inline(node, context);
      default:
        this.leftOver(node, context);
        return '';
    }
  }

  private letters(text: string, context: Context): string {
    if (context.symbols === undefined) return text;
    const signs = symbolsOf(context.symbols, text);
    if (signs === undefined) this.note('import-symbol-unknown', context);
    return signs ?? '';
  }

  private field(node: XmlNode, context: Context): string {
    const type = node.attributes['w:fldCharType'];
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else {
      const fault = this.fields.end();
      if (fault) this.note(fault, context);
    }
    const shown = formField(node);
    if (shown === 'unchosen') this.note('import-prompt', context);
    return typeof shown === 'object' ? shown.text : '';
  }

  private footnote(node: XmlNode, context: Context): void {
    const text = this.around.noteOf(node.name, node.attributes['w:id'] ?? '');
    const what = node.name === 'w:footnoteReference' ? '脚注' : '尾注';
    if (text !== '') this.note('import-part-unread', context, { what, text });
  }

  private equation(node: XmlNode, context: Context): string {
    const text = equationText(node);
    if (text === undefined) this.note('import-equation', context);
    return text ?? '';
  }

  /** The list of what may be passed over is short; anything else that says something is named. */
  private leftOver(node: XmlNode, context: Context): void {
    if (SKIPPED.has(node.name)) return;
    const text = saidIn(node);
    if (node.name === STALE) this.note('import-control-stale', context, { text });
    else if (text !== '' && !isOnlyPaging(text))
      this.note('import-part-unread', context, { what: '读不懂的内容', text });
  }
}
