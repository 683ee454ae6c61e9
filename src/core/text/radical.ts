/**
 * Radicals that PDF files and recognition of printed text put in the place of whole characters: they look the same, no search finds
 * them, and many fonts lack them.
 *
 * The table is EquivalentUnifiedIdeograph.txt of the Unicode Character Database, version 14.0.0, blocks 2E80–2EF3, 2F00–2FD5 and
 * 31C0–31E3, one unified ideograph for each code point, a space where the table has none.
 * Copyright © 1991-2021 Unicode, Inc., Unicode License (https://www.unicode.org/license.txt).
 */
const SUPPLEMENT =
  '　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫' +
  '羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉' +
  '齐歯齿竜龙龜亀龟';
const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴' +
  '廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿' +
  '目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵' +
  '邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';
const STROKES = '　　　　　　𠃌　　　　　　　　乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎　　';

interface Block {
  first: number;
  meant: readonly string[];
  /** What an office may call it. */
  name: string;
}

const BLOCKS: readonly Block[] = [
  { first: 0x2e80, meant: [...SUPPLEMENT], name: '部首补充' },
  { first: 0x2f00, meant: [...KANGXI], name: '康熙部首' },
  { first: 0x31c0, meant: [...STROKES], name: '笔画符号' },
];

export interface Radical {
  name: string;
  /** The ideograph that was meant; absent where Unicode names none. */
  meant: string | undefined;
}

/** `⽰` → 康熙部首, 示; `undefined` for whatever is no radical and no stroke. */
export function radicalOf(sign: string): Radical | undefined {
  const point = sign.codePointAt(0) ?? 0;
  const block = BLOCKS.find(({ first, meant }) => point >= first && point < first + meant.length);
  if (!block) return undefined;
  const meant = block.meant[point - block.first];
  return { name: block.name, meant: meant === '\u3000' ? undefined : meant };
}
