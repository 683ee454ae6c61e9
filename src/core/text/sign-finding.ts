import { type Finding, finding, type FindingCode, type Place } from '#core/catalogue/finding.ts';
import { type ForbiddenSign, forbiddenSigns } from './forbidden-sign.ts';

const CODES = {
  invisible: 'sign-invisible',
  variation: 'sign-variation',
  'stray-mark': 'sign-stray-mark',
  'private-use': 'sign-private-use',
  lost: 'sign-lost',
} as const satisfies Record<ForbiddenSign['kind'], FindingCode>;

/** One finding for each sign of a text that nobody may publish. */
export function signFindings(text: string, where: Place): Finding[] {
  return forbiddenSigns(text).map(({ kind, code, name, position }) =>
    finding(CODES[kind], where, { code, sign: name, position }),
  );
}

/** The same for every text in the data of a file; names and employers are judged by `name-characters` as far as they show something. */
export function signsInData(data: unknown, place: (path: string) => Place): Finding[] {
  const findings: Finding[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') {
      const shown = /^(?:name|employer)$/.test(path.at(-1) ?? '');
      const found = signFindings(value, place(path.join('.')));
      findings.push(...found.filter(({ code }) => !(shown && (code === 'sign-private-use' || code === 'sign-lost'))));
    } else if (typeof value === 'object' && value !== null && path.length < MOST_DEPTH) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(data, []);
  return findings;
}

const MOST_DEPTH = 20;
