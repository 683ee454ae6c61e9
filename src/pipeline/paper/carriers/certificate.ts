import { chinaInstant, chineseDate } from '#core/calendar/plain-date.ts';
import { fingerprint, type Json } from '#core/formats/digest.ts';
import { isPerson } from '#core/formats/subject.ts';
import { digestOf } from '#core/judging/reviewable.ts';
import { pieces } from '#pipeline/paper/documents/pieces.ts';
import type { Sheet } from '#pipeline/paper/typst/compiler.ts';
import { personAddress, publicAddress } from '#site/address.ts';
import type { PublicRound } from '#site/publication.ts';
import { noticeCode, qrModules, qrSvg } from '#site/qr.ts';
import { cited } from '#site/words/citation.ts';
import { dateOf } from './gazette.ts';
import { addressParts } from './poster.ts';

/** What one certificate says. */
export interface Certificate {
  id: string;
  name: string;
  /** `2023-001`: the year of the round and the place in the decision; it stays when another is revoked. */
  number: string;
  data: { [key: string]: Json };
}

/**
 * Of everybody who holds the title at the instant of the publication, in the order of the decision and of what was added to it: whose title was revoked, or who
 * was taken down, gets none.
 */
export function certificatesOf(round: PublicRound, site: string): Certificate[] {
  const { results, programme, data } = round;
  const { tiers } = programme.data.rules;
  const ids = results.flatMap((entry) =>
    entry.data.conferred.flatMap(({ tier, people }) => people.map((id) => ({ id, tier, entry }))),
  );
  return ids.flatMap(({ id, tier, entry }, index): Certificate[] => {
    const line = round.decided.find((one) => one.id === id);
    if (line?.state.state !== 'honouree' || line.profile !== 'whole' || !line.person) return [];
    const rule = tiers.find(({ key }) => key === tier);
    const { name, employer } = line.person.data;
    const number = `${data.year}-${String(index + 1).padStart(3, '0')}`;
    const address = publicAddress(site, personAddress(id));
    const holder = isPerson(line.person.data)
      ? `${employer}${name}同志`
      : `${employer === name ? '' : employer}${name}`;
    const until = line.state.until && `，期限至${chineseDate(line.state.until)}`;
    const text = `根据${cited(entry.data.title, entry.data.documentNumber)}，${holder}${rule?.title === false ? '获得' : '被命名为'}`;
    return [
      {
        id,
        name,
        number,
        data: {
          number,
          name,
          text: pieces(text, [name]),
          award: pieces(`${data.edition}${rule?.name ?? programme.data.title}${until ?? ''}`, []),
          qr: qrSvg(qrModules(noticeCode(address, digestOf({ entry })), 'Q'), 4),
          address,
          addressParts: addressParts(address),
          fingerprint: fingerprint(digestOf({ entry })),
          conferredOn: chineseDate(entry.data.conferredOn),
        },
      },
    ];
  });
}

/** All in one file, or one. */
export function certificateSheet(round: PublicRound, certificates: readonly Certificate[]): Sheet {
  const { result, programme } = round;
  if (!result) throw new Error(`${round.id} has no result`);
  const { conferredOn, published, publishedTime } = result.data;
  const [only, ...others] = certificates;
  return {
    template: 'certificate',
    created: chinaInstant(published, publishedTime),
    data: {
      title: `${round.data.edition}${programme.data.title}荣誉证书${only && others.length === 0 ? `（${only.number}）` : ''}`,
      authorities: [...programme.data.conferringAuthority],
      description: `${result.data.title} ${conferredOn}`,
      date: dateOf({ published: conferredOn }),
      certificates: certificates.map(({ data }) => data),
    },
  };
}
