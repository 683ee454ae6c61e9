import type { Finding, FindingCode } from '#core/catalogue/finding.ts';
import type { Dossier } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { promisedWindow } from './promised-window.ts';
import { standingAt } from './standing.ts';

/** Leaves out what an act, a takedown or an amended calendar explains; the rules about those say what remains to be done. */
export function withoutExplained(dossier: Dossier, findings: readonly Finding[]): Finding[] {
  const { result, takenDown } = dossier.folder;
  const gone = new Set(takenDown.map(({ id }) => id));
  const withdrawn = result ? standingAt(dossier, publishedAt(result.data) - 1).withdrawn : new Map();
  const promise = promisedWindow(dossier);
  const moved = promise !== undefined && promise.computed.closesOn !== promise.closesOn;
  return findings.filter(({ code, args }) => {
    if (code === 'result-person-missing') return !withdrawn.has(String(args['id']));
    if (code === 'result-not-listed') return !gone.has(String(args['id']));
    return !(moved && ABOUT_THE_CLOSE.includes(code));
  });
}

/** Said of printed dates that the calendar contradicts: they were right when they were printed. */
const ABOUT_THE_CLOSE: readonly FindingCode[] = [
  'window-disagrees',
  'fits-other-unit',
  'counts-from-next-day',
  'closes-on-rest-day',
];
