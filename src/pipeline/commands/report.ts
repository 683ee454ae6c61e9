import { chinesePlace, type Finding, inReadingOrder, sentence, shownPlace } from '#core/catalogue/finding.ts';

/** Findings for people: all of them, errors first, each with place, sentence and code. */
export function reportText(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题。\n';
  const lines = inReadingOrder(findings).map(
    (one) =>
      `${one.level === 'error' ? '✗ 错误' : '△ 提醒'}  ${chinesePlace(one.where)}\n    ${sentence(one)} [${one.code}]`,
  );
  return `${lines.join('\n')}\n\n${countText(findings)}\n`;
}

/** `共 3 个错误、1 条提醒`. */
export function countText(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return `共 ${errors} 个错误、${findings.length - errors} 条提醒。`;
}

/** Findings for programs. */
export function reportJson(
  findings: readonly Finding[],
): { code: string; level: string; where: unknown; message: string }[] {
  return inReadingOrder(findings).map((one) => ({
    code: one.code,
    level: one.level,
    where: shownPlace(one.where),
    message: sentence(one),
  }));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}
