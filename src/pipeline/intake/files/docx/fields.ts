/** What a field shows without a stored result, or shows although nobody filled it in. */
export type FieldFault = 'import-equation' | 'import-prompt' | 'import-symbol-unknown';

/** The complex fields that are open at a place: instructions are addressed to Word, only their result is seen. */
export class Fields {
  private readonly open: { code: string; inResult: boolean; said: string }[] = [];

  begin(): void {
    this.open.push({ code: '', inResult: false, said: '' });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.inResult = true;
  }

  end(): FieldFault | undefined {
    const field = this.open.pop();
    return field && faultOf(field.code, field.inResult && field.said.trim() !== '');
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field) field.code += text;
  }

  /** An instruction ends with its paragraph; what was written as text in one that never ended is returned. */
  endOfParagraph(): string {
    const unfinished = this.open.filter(({ inResult }) => !inResult);
    for (const field of unfinished) this.open.splice(this.open.indexOf(field), 1);
    return unfinished
      .map(({ said }) => said)
      .join('')
      .trim();
  }

  /** What of a text is seen: nothing as long as an instruction is being written. */
  seen(text: string): string {
    const field = this.open.at(-1);
    if (field) field.said += text;
    return this.open.some(({ inResult }) => !inResult) ? '' : text;
  }
}

/** @param shown whether a result is stored, which Word shows until it computes anew */
export function faultOf(code: string, shown: boolean): FieldFault | undefined {
  const kind = /^\s*([a-z]+)/iu.exec(code)?.[1]?.toUpperCase();
  if (shown) return undefined;
  // 带圈字 and fractions of older files: drawn from the instruction itself.
  if (kind === 'EQ') return 'import-equation';
  if (kind === 'SYMBOL') return 'import-symbol-unknown';
  return kind === 'MACROBUTTON' || kind === 'GOTOBUTTON' ? 'import-prompt' : undefined;
}
