import { chineseDate } from '#core/plain-date.ts';
import { documentBlocks, type DocumentBlock } from './document-text.ts';
import { objectionView, type ObjectionView } from './objection-view.ts';
import { candidateWord, personGroups, type PersonGroup } from './person-row.ts';
import type { PublicRound } from './publication.ts';
import { resultView, type ResultView } from './result-view.ts';
import { stagesAfterPublicity } from './stages-ahead.ts';
import { windowSources, type WindowSources } from './window-sources.ts';
import { windowView, type WindowView } from './window-view.ts';

/** The notice page as plain data. */
export interface NoticeView {
  title: string;
  issuers: readonly string[];
  documentNumber: string | undefined;
  /** `2026年11月20日`. */
  published: string;
  window: WindowView;
  sources: WindowSources;
  outlets: { name: string; address: string | undefined }[];
  /** What follows the window, in the programme's own names of stages: `市政府公布`. */
  next: string[];
  listTitle: string;
  /** `10人，按姓氏笔画排序`. */
  listNote: string;
  groups: PersonGroup[];
  text: DocumentBlock[];
  objection: ObjectionView;
  result: ResultView | undefined;
}

export function noticeView(round: PublicRound): NoticeView {
  const { notice, people, orderedBy, programme, data } = round;
  const { title, issuers, documentNumber, published } = notice.data;
  return {
    title,
    issuers,
    documentNumber,
    published: chineseDate(published),
    window: windowView(round.window),
    sources: windowSources(round),
    outlets: data.outlets.map(({ name, address }) => ({ name, address })),
    next: stagesAfterPublicity(programme.data),
    listTitle: `${candidateWord(round)}名单`,
    listNote: `${people.length}人，${orderedBy}`,
    groups: personGroups(round),
    text: documentBlocks(notice.sections, { issuers, dates: [published] }),
    objection: objectionView(round),
    result: resultView(round),
  };
}
