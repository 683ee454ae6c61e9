import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { type PersonPicture, pictureOf } from '#site/person-picture.ts';
import { type PersonRow, personRow, standingGroups } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';

/** One person on a wall of pictures. */
export interface WallTile extends Pick<PersonRow, 'id' | 'name' | 'faded' | 'mark' | 'note'> {
  /** The trade; of a collective where it belongs. */
  line: string;
  picture: PersonPicture;
}

/** A motif is nobody's portrait, and says so wherever it stands for one. */
export const MOTIF_NOTE = '没有照片的，以工艺纹样代替：由程序按工艺门类绘制，不是照片，也不表示本人或其作品。';

/** With more people than this the names alone are the better list. */
const LARGEST = 240;

/**
 * The list of a round as pictures, in its order and its groups; `undefined` where there are too many, or where most have none: then
 * names do it better.
 */
export function roundWall(round: PublicRound): { heading: string | undefined; tiles: WallTile[] }[] | undefined {
  const lines = new Map(round.decided.map((line) => [line.id, line]));
  const groups = standingGroups(round).map(({ heading, rows }) => ({
    heading,
    tiles: rows.flatMap(({ id }) => {
      const line = lines.get(id);
      return line === undefined ? [] : wallTile(line);
    }),
  }));
  const tiles = groups.flatMap((group) => group.tiles);
  const pictured = tiles.filter(({ picture }) => picture.kind === 'photo' || picture.kind === 'motif');
  return tiles.length > LARGEST || pictured.length * 2 <= tiles.length ? undefined : groups;
}

/** None for who may not be shown in the line either. */
export function wallTile(line: VisiblePerson): WallTile[] {
  const { id, name, employer, trade, faded, mark, note, gone } = personRow(line);
  return gone === undefined ? [{ id, name, faded, mark, note, line: trade || employer, picture: pictureOf(line) }] : [];
}
