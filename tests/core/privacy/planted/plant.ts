import { NOTICE_SENTENCES, OFFICE_PROSE } from '#tests/fixtures/privacy/notice-sentences.ts';
import { there } from '#tests/there.ts';
import type { Chance } from '../chance.ts';
import { DOORS } from './doors.ts';
import { DRESSES } from './dresses.ts';
import type { PlantedKind } from './kinds.ts';

export interface Planted {
  name: string;
  contents: string | Uint8Array;
  /** How it was made, without the value. */
  made: string;
  door: string;
}

const SENTENCES = [...Object.values(NOTICE_SENTENCES).flat(), ...OFFICE_PROSE];

/** Words that may follow anything: measures, and names that begin like one. */
const FOLLOWING = [
  ...['万华化学集团', '亿联网络公司', '元通电气', '个人', '次日上报', '件杂货码头', '台海核电', '吨位不限', '万达广场'],
  ...[
    '元',
    '万元',
    '亿元',
    '个',
    '次',
    '件',
    '台',
    '吨',
    '公里',
    '人',
    '名',
    '万',
    '亿',
    '年',
    '号',
    '千瓦',
    '平方米',
    '字节',
  ],
  ...[
    '元旦值班',
    '万一有变',
    '个体户',
    '次序第三',
    '人社局',
    '名单附后',
    '台账',
    '件件落实',
    '度假期间',
    '米兰花园',
    '项目部',
    '的同事',
  ],
];
const BETWEEN = ['', ' ', '，', '。', '；', '、', '（', '\n', '　', ' —— ', '：'];

/** A sentence of an office with a value of that kind put in somewhere, in a file. */
export function planted(entry: PlantedKind, chance: Chance): Planted {
  const dress = chance.pick(entry.dresses);
  const label = chance.pick(entry.labels);
  const value = DRESSES[dress](entry.value(chance), chance);
  const [text, place] = put(label + value, entry.closed ?? false, chance);
  const door = chance.pick(Object.keys(DOORS));
  return {
    ...there(DOORS[door])(text, chance),
    made: `${entry.name} · ${label === '' ? 'no label' : 'label'} · ${dress} · ${place} · ${door}`,
    door,
  };
}

/** At the start, the end, in brackets, between any two words, or before a word that might be a measure. */
function put(value: string, closed: boolean, chance: Chance): [text: string, place: string] {
  const sentence = chance.pick(SENTENCES);
  const stop = closed ? chance.pick(['。', '，', '；', '\n']) : '';
  switch (chance.whole(0, 5)) {
    case 0:
      return [`${value}${stop || chance.pick(['，', '。', ' ', '\n', '：'])}${sentence}`, 'start'];
    case 1:
      return [`${sentence}${chance.pick(BETWEEN.slice(0, 5))}${value}`, 'end'];
    case 2: {
      const at = border(sentence, chance);
      return [`${sentence.slice(0, at)}（${value}）${sentence.slice(at)}`, 'brackets'];
    }
    case 3: {
      const at = border(sentence, chance);
      const [before, after] = [chance.pick(BETWEEN), stop || chance.pick(BETWEEN)];
      return [sentence.slice(0, at) + before + value + after + sentence.slice(at), 'middle'];
    }
    default: {
      const at = border(sentence, chance);
      const following = (stop || chance.pick(['', ' ', ' ', '　'])) + chance.pick(FOLLOWING);
      return [
        `${sentence.slice(0, at)}${chance.pick(['李某 ', '，', ' ', '；'])}${value}${following}${sentence.slice(at)}`,
        'before a word',
      ];
    }
  }
}

/** A place between two signs that are neither digits nor letters, so that the sentence adds nothing to the value. */
function border(sentence: string, chance: Chance): number {
  for (;;) {
    const at = chance.whole(0, sentence.length);
    const beside = sentence.slice(Math.max(0, at - 2), at + 2);
    if (!/[0-9A-Za-z./@\-—:*_〇一二三四五六七八九零十两]/.test(beside)) return at;
  }
}
