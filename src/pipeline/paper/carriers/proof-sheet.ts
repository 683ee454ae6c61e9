import { chineseDate } from '#core/calendar/plain-date.ts';
import { type ProofRow, proofRows } from '#core/candidate/proof-rows.ts';
import { fingerprint, type Json } from '#core/formats/digest.ts';
import { chineseCount, subjectOf } from '#core/formats/subject.ts';
import { digestOf } from '#core/judging/reviewable.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { Section } from '#core/records/content.ts';
import { chineseValue } from '#core/records/field-words.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { fileDigests, sealOf } from '#pipeline/check/seal.ts';
import type { PaperDocument } from '#pipeline/paper/documents/document.ts';
import { pieces } from '#pipeline/paper/documents/pieces.ts';
import { publishedOf, resultId } from '#pipeline/paper/documents/round-documents.ts';
import type { Sheet } from '#pipeline/paper/typst/compiler.ts';
import { channelLine } from '#site/pages/channel-view.ts';
import { termView, timeLine } from '#site/pages/window-view.ts';
import { countOfLines } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { dateOf } from './gazette.ts';

/** What is signed before publication: of the first notice the whole approved record, of a later document its own. */
export async function proofSheet(
  document: PaperDocument,
  round: PublicRound,
  content: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Sheet> {
  const isList = document.id === 'notice';
  const digest = isList ? await approvedDigest(round, content) : ownDigest(document, round);
  const approval = round.life.folder.approval?.data;
  const same = isList && approval?.current.digest === digest ? approval.current : undefined;
  const { title, titleLines, issuers, documentNumber, published, publishedTime } = document;
  const sections = isList ? listSections(document, round, pictures) : ownSections(document);
  const blank = ['批准机关', '文号', '批准人（签字）', '复核人（签字）', '日期', '日期'];
  const known = same ? [same.body, same.document] : [];
  const sign = { title: '批准', kind: 'sign', lines: blank.map((label, at) => [label, known[at] ?? '']) };
  const [first, second, ...rest] = sections;
  return {
    template: 'proof',
    created: publishedOf(document),
    pictures,
    data: {
      title,
      titleLines,
      issuers: [...issuers],
      date: dateOf(document),
      description: `${issuers.join('、')} ${published}`,
      imprint: [
        ...issuers,
        documentNumber ?? '',
        `${chineseDate(published)}${publishedTime === '00:00' ? '' : ` ${publishedTime}`}发布`,
      ]
        .filter((one) => one !== '')
        .join('　'),
      digest,
      short: fingerprint(digest),
      explained: isList
        ? '指纹。下面每一个姓名、单位、日期和每一段文字改动一个字，指纹就不同。批准时程序显示的指纹须与此一致。'
        : '指纹。这份文件的每一项改动一个字，指纹就不同。',
      notes: isList ? [...approvalNotes(approval, digest), ...acceptedNotes(round)] : [],
      sections: [first, second, sign, ...rest].filter((one) => one !== undefined),
    },
  };
}

async function approvedDigest(round: PublicRound, content: string): Promise<string> {
  const record = publicRecord(round.life);
  if (!record) throw new Error(`${round.id} has no list or no notice`);
  return sealOf(record, await fileDigests(content, round.roundId, record.people)).digest;
}

/** Of an act, a 重新公示 or the result: what two people sign and the ledger names it by. */
function ownDigest({ id }: PaperDocument, { acts, results, notices }: PublicRound): string {
  const again = acts.filter(({ data }) => data.kind === 're-publicity');
  const entry =
    results.find((_, index) => resultId(index + 1) === id) ??
    acts.find((act) => act.id === id) ??
    again[notices.findIndex(({ number }) => `notice-${number}` === id) - 1];
  if (!entry) throw new Error(`no record of ${id}`);
  return digestOf({ entry });
}

function approvalNotes(approval: ApprovalFile | undefined, digest: string): string[] {
  if (!approval) return [];
  const { body, document, date, digest: approved } = approval.current;
  return [
    approved === digest
      ? `以上内容已由${body}以${document}（${date}）批准，之后没有改动。`
      : `注意：${body}以${document}（${date}）批准的内容（指纹 ${fingerprint(approved)}）之后有改动。本页是改动后的内容，须重新批准。`,
  ];
}

/** Warnings that somebody has looked at and lets stand. */
function acceptedNotes({ data: { accepted } }: PublicRound): string[] {
  if (accepted.length === 0) return [];
  const reasons = accepted.map(({ reason, by }) => `${reason}（${by}）`);
  return [`已知悉并保留的提醒 ${accepted.length} 条：${reasons.join('；')}`];
}

type SheetSection = { [key: string]: Json };

function listSections(
  document: PaperDocument,
  round: PublicRound,
  pictures: ReadonlyMap<string, Uint8Array>,
): SheetSection[] {
  const { data, programme, notices, visible, orderedBy } = round;
  const shown = visible.flatMap(({ person, line, position }) =>
    person && line === 'whole' ? [{ person, position }] : [],
  );
  const { postmark, anonymous, confidential } = data.objection;
  const rules = [
    `来信${chineseValue('postmark', postmark, programme.data)}`,
    chineseValue('anonymous', anonymous, programme.data),
    ...(confidential ? ['对反映人和反映内容保密'] : []),
  ];
  return [
    {
      title: '公示期',
      kind: 'texts',
      texts: [{ heading: null, paragraphs: [pieces(timeLine(termView(notices[0], round.window)), [])] }],
    },
    {
      title: `名单（${countOfLines(visible)}，${orderedBy}）`,
      kind: 'list',
      people: shown.map(({ person, position }) => ({
        number: String(position),
        name: person.data.name,
        employer: person.data.employer,
        trade: person.data.trade ?? '',
      })),
    },
    {
      title: '公示与异议',
      kind: 'rows',
      rows: [
        row('届次', `${data.title}（${data.edition}）`),
        row(
          '公示媒体',
          data.outlets.map(({ name, address }) => (address === undefined ? name : `${name} ${address}`)).join('；'),
        ),
        ...data.channels.map((channel) => {
          const [label = '', ...text] = channelLine(channel, programme.data).split('：');
          return row(label, text.join('：'));
        }),
        row('异议规定', rules.join('；')),
        row('网址', document.address),
      ],
    },
    { title: '公示正文', kind: 'texts', texts: sectionTexts(notices[0].sections) },
    {
      title: `个人材料（${chineseCount(shown.map(({ person }) => subjectOf(person.data)))}，全文）`,
      kind: 'people',
      people: shown.map(({ person, position }) => ({
        number: String(position),
        name: person.data.name,
        employer: person.data.employer,
        pairs: proofRows(person.data, programme.data)
          .filter(isShort)
          .map(([label, value]) => row(label, value)),
        photo: pictures.has(`${person.id}.jpg`) ? `${person.id}.jpg` : null,
        rows: proofRows(person.data, programme.data)
          .filter((one) => !isShort(one))
          .map(([label, value]) => row(label, value)),
        texts: sectionTexts(person.sections),
      })),
    },
  ];
}

function ownSections({ body, attachments, address }: PaperDocument): SheetSection[] {
  const texts = body.flatMap((block): Json[] =>
    block.kind === 'roll' ? [[block.names.map(({ text }) => text).join('　')]] : [pieces(block.text, []) as Json],
  );
  return [
    { title: '正文', kind: 'texts', texts: [{ heading: null, paragraphs: texts }] },
    ...attachments.map(({ title, note, groups, columns }): SheetSection => {
      const at = (kind: string): number => columns.findIndex((column) => column.kind === kind);
      return {
        title: `${title}（${note}）`,
        kind: 'list',
        people: groups.flatMap(({ rows }) =>
          rows.map(({ cells, gone }) => ({
            number: cells[0] ?? '',
            name: gone ?? cells[at('name')] ?? '',
            employer: gone === undefined ? (cells[at('name') + 1] ?? '') : '',
            trade: '',
          })),
        ),
      };
    }),
    { title: '发布', kind: 'rows', rows: [row('网址', address)] },
  ];
}

/** Fits into half a line. */
function isShort([label, value]: ProofRow): boolean {
  return [...label, ...value].length <= 20;
}

function row(label: string, value: string): Json {
  return [label, pieces(value, [])];
}

function sectionTexts(sections: readonly Section[]): Json[] {
  return sections.map(({ heading, text, html }) => {
    const links = [...html.matchAll(/ href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    const lines = [...text.split('\n'), ...(links.length > 0 ? [`链接：${links.join('　')}`] : [])];
    return { heading: heading ?? null, paragraphs: lines.map((line) => pieces(line, []) as Json) };
  });
}
