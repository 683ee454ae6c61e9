import { certificateSheet, certificatesOf } from './carriers/certificate.ts';
import { gazetteSheet } from './carriers/gazette.ts';
import { type PosterForm, posterSheet } from './carriers/poster.ts';
import { documentName, type Made, namesOf, nothing, type PaperJob, print } from './make-paper.ts';
import type { Press } from './typst/set-sheet.ts';

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
  async make({ documents, round }, press) {
    const made = nothing();
    for (const document of documents) {
      print(made, await press(), gazetteSheet(document), namesOf(round), `${documentName(document)}.pdf`);
    }
    return made;
  },
};

const POSTERS: Record<PosterForm, string> = { a4: 'A4', a3: 'A3', large: '大字版' };

const poster: PaperKind = {
  key: 'poster',
  words: '张贴海报',
  async make({ round, site, notices }, press) {
    const made = nothing();
    for (const notice of round.notices.filter(({ number }) => notices.includes(number))) {
      const name = notice.number === 1 ? '海报' : `第${notice.number}次公示海报`;
      for (const form of Object.keys(POSTERS) as PosterForm[]) {
        const sheet = posterSheet(round, notice, site.address, form);
        print(made, await press(), sheet, namesOf(round), `${name}（${POSTERS[form]}）.pdf`);
      }
    }
    return made;
  },
};

const certificate: PaperKind = {
  key: 'certificate',
  words: '荣誉证书',
  async make({ round, site, documents }, press) {
    const made = nothing();
    if (!documents.some(({ id }) => id === 'result')) {
      made.remarks.push('结果还没有公布，没有制作证书。');
      return made;
    }
    const all = certificatesOf(round, site.address);
    const conferred = round.result?.data.conferred.flatMap(({ people }) => people).length ?? 0;
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

export const PAPER_KINDS: readonly PaperKind[] = [pdf, poster, certificate];
