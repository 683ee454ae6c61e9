import { type Finding, sentence } from '#core/catalogue/finding.ts';
import type { Collected } from '#pipeline/intake/collect.ts';
import type { PhotoPlan } from '#pipeline/intake/photos/photos.ts';
import { FATES, type Listed } from './envelope-file.ts';
import { inNumberedOrder } from './list-envelope.ts';

/** What only the clerk can say is nothing to ask the sender. */
function isForSender({ code, level }: Finding): boolean {
  return level === 'error' && !code.startsWith('import-ask-') && code !== 'import-pdf-unconfirmed';
}

/** Every file of the envelope with what became of it, once everything is known. */
export function fatesOf(
  { listed, pictures }: Collected,
  findings: readonly Finding[],
  { lying }: Pick<PhotoPlan, 'lying'>,
): Listed[] {
  const about = Map.groupBy(findings, ({ where }) => where.file);
  const error = (file: string): string | undefined => {
    const errors = [...new Set((about.get(file) ?? []).filter(isForSender).map(sentence))];
    return errors.length > 1 ? `${errors[0] ?? ''}（另有 ${errors.length - 1} 种问题，见上面的清单）` : errors[0];
  };
  const papers = listed.map((one): Listed => {
    if (one.fate !== 'read') return one;
    const aside = about.get(one.file)?.find(({ code }) => code === 'import-no-roster-beside');
    if (aside) return { ...one, fate: 'unused', reason: sentence(aside) };
    const reason = error(one.file);
    return reason === undefined ? one : { ...one, fate: 'ask', reason };
  });
  const photos = pictures.map(({ file, size }, index): Listed => {
    const fate = lying[index];
    const reason = about.get(file)?.map(sentence)[0];
    if (fate && 'unused' in fate) return { file, size, fate: 'unused', reason: fate.unused };
    if (fate && 'portraitOf' in fate && reason === undefined) return { file, size, fate: 'photo', reason: '' };
    if (reason !== undefined) return { file, size, fate: 'ask', reason };
    return { file, size, fate: 'photo', reason: '人选还没有读全，改正以后再认是谁的。' };
  });
  const order = Object.keys(FATES);
  return [...papers, ...photos].sort(
    (a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || inNumberedOrder(a.file, b.file),
  );
}
