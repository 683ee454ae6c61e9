/** What a field shows without a stored result, or shows although nobody filled it in. */
export type FieldFault = 'import-equation' | 'import-merge-field' | 'import-prompt' | 'import-symbol-unknown';

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
    return field && faultOf(field.code, field.inResult ? field.said : '');
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

/** @param said the stored result, which Word shows until it computes anew */
export function faultOf(code: string, said: string): FieldFault | undefined {
  const [, kind = '', rest = ''] = /^\s*([a-z]+)(.*)$/isu.exec(code) ?? [];
  const name = kind.toUpperCase();
  if (name === 'MERGEFIELD') {
    const wanted = /^\s*(?:"([^"]*)"|(\S+))/u.exec(rest);
    const plain = (text: string): string => text.replace(/[\s«»《》<>"]/gu, '');
    return plain(said) !== '' && plain(said) === plain(wanted?.[1] ?? wanted?.[2] ?? '')
      ? 'import-merge-field'
      : undefined;
  }
  if (said.trim() !== '') return undefined;
  // 带圈字 and fractions of older files: drawn from the instruction itself.
  if (name === 'EQ') return 'import-equation';
  if (name === 'SYMBOL') return 'import-symbol-unknown';
  return name === 'MACROBUTTON' || name === 'GOTOBUTTON' ? 'import-prompt' : undefined;
}
