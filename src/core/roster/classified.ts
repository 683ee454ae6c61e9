import type { Meaning } from './wording.ts';

/** 涉密人员要加以注明 (威人社函〔2024〕36号 四、（一）). In its own column anything but a plain no counts; in a short cell the word does. */
export function isClassified(kind: Meaning['kind'], text: string): boolean {
  const plain = tidied(text);
  if (kind === 'classified')
    return (
      plain !== '' &&
      !/^(?:否|无|不是|不涉密|非涉密(?:人员)?|没有|no?|false|0|×|[-/—]+|□是[☑■√]否|[☑■√]否□是)$/iu.test(plain)
    );
  return kind !== 'private' && ASSERTED.test(plain) && (plain.length <= 20 || kind === 'remark');
}

/** In a long text the word may be about the work: a person looks. */
export function mentionsClassified(kind: Meaning['kind'], text: string): boolean {
  return kind !== 'private' && kind !== 'classified' && ASSERTED.test(tidied(text)) && !isClassified(kind, text);
}

function tidied(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

const ASSERTED = /(?<!非|不|无|未|不是|不属于|不涉及|并非|没有)涉密/u;
