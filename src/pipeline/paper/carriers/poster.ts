import { chinaInstant } from '#core/calendar/plain-date.ts';
import { fingerprint, type Json } from '#core/formats/digest.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import { pieces } from '#pipeline/paper/documents/pieces.ts';
import { titleLines } from '#pipeline/paper/documents/title-lines.ts';
import type { Sheet } from '#pipeline/paper/typst/compiler.ts';
import { noticeAddress, publicAddress } from '#site/address.ts';
import type { ChannelView } from '#site/pages/channel-view.ts';
import { noticeView } from '#site/pages/notice-view.ts';
import type { WindowView } from '#site/pages/window-view.ts';
import type { PublicRound } from '#site/publication.ts';
import { noticeCode, qrModules, qrSvg } from '#site/qr.ts';
import { dateOf, isShort } from './gazette.ts';

export type PosterForm = 'a4' | 'a3' | 'large';

/** The notice for the board of a workplace, or in large print. */
export function posterSheet(round: PublicRound, notice: PublicNotice, site: string, form: PosterForm): Sheet {
  const view = noticeView(round, notice);
  const address = publicAddress(site, noticeAddress(round.id, notice.number));
  const { title, issuers, window, settled, objection } = view;
  const words = [round.programme.data.title, round.data.edition, ...issuers];
  const code = noticeCode(address, round.approved);
  return {
    template: 'poster',
    created: chinaInstant(notice.published, notice.publishedTime),
    data: {
      form,
      title,
      titleLines: titleLines(title, words, form === 'large' ? 15 : 16),
      issuers: [...issuers],
      date: dateOf(notice),
      description: `${issuers.join('、')} ${notice.published}`,
      settled: settled ? `${settled.title}。${settled.text}` : null,
      window: windowData(window),
      listTitle: view.listTitle,
      listNote: view.listNote,
      groups: view.groups.map(({ heading, rows }) => ({
        title: heading ?? null,
        people: rows.map(({ name, employer, gone, mark }) => ({
          name,
          employer,
          gone: gone ?? null,
          mark: mark ?? null,
          spread: isShort(name),
        })),
      })),
      channels: objection.lines.map((line) => pieces(line, []) as Json),
      aloud: pieces(withoutCode(objection.offices.flatMap(({ channels }) => channels)), []),
      qr: qrSvg(qrModules(code, 'Q'), 4),
      address,
      addressParts: addressParts(address),
      fingerprint: round.approved === undefined ? null : fingerprint(round.approved),
    },
  };
}

function windowData({ segments, range, length, closes, closingTime, moved }: WindowView): Json {
  return {
    counted: pieces(segments === '' ? `公示期 ${range}` : `公示期 ${segments}（${length}）`, []) as Json,
    closes: closes === undefined ? null : ['截止 ', `${closes}`, closingTime],
    moved: moved ?? null,
  };
}

/** For whoever has no telephone to scan with: where to go, else what else there is. */
function withoutCode(channels: readonly ChannelView[]): string {
  const lead = '不方便扫码的，';
  const visit = channels.find(({ kind }) => kind === 'visit');
  if (visit) return `${lead}可到${visit.text}当面反映${visit.hours === undefined ? '' : `（${visit.hours}）`}。`;
  const phone = channels.find(({ kind }) => kind === 'phone');
  if (phone) return `${lead}可打电话${phone.text}反映${phone.hours === undefined ? '' : `（${phone.hours}）`}。`;
  const other = channels[0];
  return other ? `${lead}请写信反映：${other.text}。` : `${lead}请看公示正文。`;
}

/** An address breaks behind a slash or a dot alone. */
export function addressParts(address: string): string[] {
  return address.match(/https?:\/\/|[^/]+\/?|\//g) ?? [address];
}
