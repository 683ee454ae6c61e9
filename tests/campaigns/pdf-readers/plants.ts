import type { Chance } from '#tests/core/privacy/chance.ts';

/** Where in a PDF a text was put; a leftover stands in an object that nothing refers to any more. */
export type Spot = 'Chinese' | 'Latin' | 'properties' | 'note' | 'link' | 'field' | 'attachment' | 'leftover';

export interface Plant {
  spot: Spot;
  text: string;
}

/** A file as a producer made it, with what was planted in its source. */
export interface MadePdf {
  producer: string;
  path: string;
  plants: readonly Plant[];
}

const HAN = [...'澄湖区总工会推荐焊接车间青年技师带徒革新工艺解决难题连续多年获得表彰水泵轴承检修班组'];
const LETTERS = [...'bcdfghjkmnpqrstvwxz'];

/** Invented signs that stand in no other place: eight Han characters, or twelve letters and digits. */
export function aPlant(chance: Chance, spot: Spot): Plant {
  const signs = spot === 'Chinese' ? 8 : 12;
  const text = Array.from({ length: signs }, (_, at) =>
    spot === 'Chinese' ? chance.pick(HAN) : at % 4 === 3 ? String(chance.whole(0, 9)) : chance.pick(LETTERS),
  ).join('');
  return { spot, text };
}
