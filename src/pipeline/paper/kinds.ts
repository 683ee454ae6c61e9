import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { thumbnail } from '#pipeline/intake/photos/photo-encode.ts';
import type { PublicRound } from '#site/publication.ts';
import { advertisements } from './carriers/advertisement.ts';
import { certificateSheet, certificatesOf } from './carriers/certificate.ts';
import { gazetteSheet } from './carriers/gazette.ts';
import { listWorkbook } from './carriers/list-workbook.ts';
import { newspaperPackage, type NewspaperPicture } from './carriers/newspaper.ts';
import { type PosterForm, posterSheet } from './carriers/poster.ts';
import { proofSheet } from './carriers/proof-sheet.ts';
import { noticeId } from './documents/round-documents.ts';
import { approvedPrint, type Made, namesOf, nothing, type PaperJob, print } from './make-paper.ts';
import type { Press } from './typst/set-sheet.ts';
import { wordDocument } from './word/word-document.ts';

/** One kind of paper that the command makes. */
export interface PaperKind {
  key: string;
  /** `公文 PDF`. */
  words: string;
  /** The press is opened by whoever sets type, not by whoever writes Word. */
  make(job: PaperJob, press: () => Promise<Press>): Promise<Made>;
}

const pdf: PaperKind = {
  key: 'pdf',
  words: '公文 PDF',
  async make({ documents }, press) {
    const made = nothing();
    for (const { document, round } of documents) {
      print(made, await press(), gazetteSheet(document), namesOf(round), `${document.name}.pdf`);
    }
    return made;
  },
};

const POSTERS: Record<PosterForm, string> = { a4: 'A4', a3: 'A3', large: '大字版' };

const poster: PaperKind = {
  key: 'poster',
  words: '张贴海报',
  async make({ site, documents }, press) {
    const made = nothing();
    for (const { round, document } of documents) {
      const notice = round.notices.find(({ number }) => noticeId(number) === document.id);
      if (!notice) continue;
      for (const form of Object.keys(POSTERS) as PosterForm[]) {
        const sheet = posterSheet(round, notice, site.address, form);
        print(made, await press(), sheet, namesOf(round), `${document.name}海报（${POSTERS[form]}）.pdf`);
      }
    }
    return made;
  },
};

const certificate: PaperKind = {
  key: 'certificate',
  words: '荣誉证书',
  async make({ lead: round, site, documents }, press) {
    const made = nothing();
    if (!documents.some(({ document }) => document.id === 'result')) {
      made.remarks.push('结果还没有公布，没有制作证书。');
      return made;
    }
    const all = certificatesOf(round, site.address);
    const conferred = round.results.flatMap(({ data }) => data.conferred.flatMap(({ people }) => people)).length;
    if (conferred > all.length)
      made.remarks.push(`${conferred - all.length}人的称号已撤销，或者信息已撤下，没有制作证书。`);
    if (all.length === 0) return made;
    print(made, await press(), certificateSheet(round, all), namesOf(round), '证书/全部.pdf');
    for (const one of all) {
      print(made, await press(), certificateSheet(round, [one]), namesOf(round), `证书/${one.number} ${one.name}.pdf`);
    }
    return made;
  },
};

const docx: PaperKind = {
  key: 'docx',
  words: 'Word 文稿',
  make({ documents }) {
    const files = documents.map(({ document }) => ({ path: `${document.name}.docx`, bytes: wordDocument(document) }));
    return Promise.resolve({ ...nothing(), files });
  },
};

const xlsx: PaperKind = {
  key: 'xlsx',
  words: 'Excel 名单',
  async make({ documents }) {
    const made = nothing();
    for (const { document } of documents) {
      for (const list of document.attachments) {
        made.files.push({ path: `${document.name}名单.xlsx`, bytes: await listWorkbook(list) });
      }
    }
    return made;
  },
};

const news: PaperKind = {
  key: 'news',
  words: '报纸投稿包',
  async make({ documents, site, content }, press) {
    const made = nothing();
    for (const { document, round } of documents) {
      const column = site.paper?.newspaperColumn ?? COLUMN;
      const set = advertisements(await press(), document, { column, print: approvedPrint(round), file: '报纸' });
      made.findings.push(...set.findings);
      for (const line of set.fonts) made.fonts.add(line);
      const shown = document.attachments.length > 0 ? await picturesOf(round, content) : [];
      const { name, bytes } = newspaperPackage({ document, round, site, pictures: shown, advertisements: set.found });
      made.files.push({ path: `报纸/${name}`, bytes });
      made.remarks.push(
        ...set.found.map(
          ({ columns, type, width, height }) =>
            `${document.name}登报：${columns === 1 ? '一栏' : '四栏'}，${type}字，宽 ${width} 毫米，需高 ${height} 毫米。`,
        ),
      );
    }
    return made;
  },
};

const proof: PaperKind = {
  key: 'proof',
  words: '校样 PDF',
  async make({ documents, content }, press) {
    const made = nothing();
    for (const { document, round } of documents) {
      const pictures = new Map<string, Uint8Array>();
      if (document.id === 'notice') {
        for (const { id, jpeg } of await picturesOf(round, content)) pictures.set(`${id}.jpg`, await thumbnail(jpeg));
      }
      const sheet = await proofSheet(document, round, content, pictures);
      print(made, await press(), sheet, namesOf(round), `校样/${document.name}.pdf`);
    }
    return made;
  },
};

/** A column of many newspapers, in millimetres. */
const COLUMN = 42;

/** The portraits of those who may still be shown, in the order of the list. */
async function picturesOf({ visible, roundId }: PublicRound, content: string): Promise<NewspaperPicture[]> {
  const pictures: NewspaperPicture[] = [];
  for (const { person, profile } of visible) {
    if (profile !== 'whole' || person?.data.photo === undefined) continue;
    const jpeg = await readFile(join(content, roundDirectory(roundId), 'photos', `${person.id}.jpg`)).catch(
      () => undefined,
    );
    const { name, employer, photo } = person.data;
    if (jpeg) pictures.push({ id: person.id, name, employer, credit: photo.credit, jpeg });
  }
  return pictures;
}

export const PAPER_KINDS: readonly PaperKind[] = [pdf, docx, xlsx, news, poster, proof, certificate];
