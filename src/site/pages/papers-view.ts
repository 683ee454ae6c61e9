import type { SiteSettings } from '#core/records/site-settings.ts';
import { paperAddress, stampedAddress } from '#site/address.ts';
import type { PublicRound } from '#site/publication.ts';

/** What stands beside a notice or a result for paper; absent where the site offers none. */
export interface PapersView {
  links: { text: string; address: string }[];
  sentence: string;
}

/** Said on every sheet that bears no seal, and where it is offered. */
export const UNSEALED = '本页为网站打印件，以加盖公章的文件为准。';

const FORMATS = { pdf: '打印版（PDF）', docx: 'Word文稿' } as const;

/** @param document `notice`, `notice-2`, `result`, `result-2` */
export function papersView(
  { id, roundId, life }: PublicRound,
  document: string,
  site: SiteSettings,
): PapersView | undefined {
  const place = /^result(?:-\d+)?$/.test(document) ? roundId : id;
  const sheets = (site.paper?.onSite ?? []).map((format) => ({
    text: FORMATS[format],
    address: paperAddress(place, document, format),
  }));
  const scans = (place === roundId ? (life.folder.stamped ?? []) : [])
    .filter((file) => file.replace(/\.\w+$/, '') === document)
    .map((file) => ({
      text: `盖章文件扫描件（${file.endsWith('.pdf') ? 'PDF' : '图片'}，文字与本页相同）`,
      address: stampedAddress(roundId, file),
    }));
  const links = [...sheets, ...scans];
  if (links.length === 0) return undefined;
  return { links, sentence: sheets.length > 0 ? UNSEALED.replace('本页', '打印版和Word文稿') : '' };
}
