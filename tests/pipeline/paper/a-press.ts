import { plainDate } from '#core/calendar/plain-date.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import type { PaperBlock, PaperDocument } from '#pipeline/paper/documents/document.ts';
import { openTypefaces } from '#pipeline/paper/fonts/typefaces.ts';
import { openTypesetter, type Sheet } from '#pipeline/paper/typst/compiler.ts';
import { type Press, setSheet } from '#pipeline/paper/typst/set-sheet.ts';
import { type Publication, type PublicRound, publish } from '#site/publication.ts';

/** The sample's own instant. */
const NOW = Date.parse('2026-11-25T10:00:00+08:00');

let opened: Promise<Press> | undefined;
/** One press for a file of tests: opening the fonts takes longer than a sheet. */
export function aPress(): Promise<Press> {
  return (opened ??= openTypefaces([]).then((typefaces) => ({ typefaces, typesetter: openTypesetter() })));
}

let read: Promise<Publication> | undefined;
export function theSample(): Promise<Publication> {
  return (read ??= checkContent('content').then(({ content }) => {
    if (!content) throw new Error('the sample cannot be read');
    return publish(content, NOW);
  }));
}

export async function theRound(id: string): Promise<PublicRound> {
  const round = (await theSample()).rounds.find((one) => one.id === id);
  if (!round) throw new Error(id);
  return round;
}

export async function printed(sheet: Sheet, names: readonly string[] = []): Promise<Buffer> {
  const out = setSheet(await aPress(), sheet, names, 'a.pdf');
  if ('findings' in out) throw new Error(JSON.stringify(out.findings));
  return out.pdf;
}

/** An invented notice of which a test says only what matters to it. */
export function aDocument(rest: Partial<PaperDocument> = {}): PaperDocument {
  const body: PaperBlock[] = [{ kind: 'paragraph', text: '现将名单予以公示。' }];
  return {
    id: 'notice',
    name: '公示',
    title: '关于澄湖工匠候选人的公示',
    titleLines: ['关于澄湖工匠候选人的公示'],
    titleWords: ['澄湖工匠'],
    issuers: ['澄湖市总工会'],
    documentNumber: undefined,
    addressee: undefined,
    body,
    signature: { issuers: ['澄湖市总工会'], date: '2024年9月10日' },
    attachments: [],
    published: plainDate('2024-09-10'),
    publishedTime: '00:00',
    frame: {
      letterhead: undefined,
      signer: undefined,
      copiesTo: undefined,
      printedBy: undefined,
      printedOn: undefined,
      seal: true,
    },
    address: 'https://chenghu.example.org/chenghu-craftsman/2024/notice/',
    whole: [],
    ...rest,
  };
}
