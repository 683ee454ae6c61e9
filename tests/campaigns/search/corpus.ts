import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchPerson, SearchRound } from '#core/search/people-index.ts';
import { nameReading } from '#site/words/name-reading.ts';
import { there } from '#tests/there.ts';
import { type Chance, chanceFrom } from '../random.ts';

export interface CorpusPerson extends SearchPerson {
  round: number;
  /** The body of the profile. */
  text: string;
}

export interface Corpus {
  rounds: SearchRound[];
  people: CorpusPerson[];
  /** Pages of real prose among them. */
  planted: { address: string; title: string; text: string }[];
}

/** The commonest surnames in China's register, with some that dictionaries read wrongly and some of two characters. */
export const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常单仇盖解查区',
  '欧阳',
  '尉迟',
  '皇甫',
  '司马',
];
export const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华文玉兰红平刚桂志国建海波宁福生龙凤鹏飞晓云新德民永健世广义兴良山仁宽俊峰岩松柏林森木水清泉河江浩瀚洁雪霜冰春夏秋冬阳光辉煌灿烂星辰宇宙天地玄黄思远致诚信诺言行知博雅琴棋书画诗词歌赋梅竹菊荷莲蓉萍薇蕾芸芬芝苗蓓',
];
const PLACES = [...'东西南北中海山河湖城港湾岛桥关口沙石金银铜铁'];
const BRANDS = [...'衡准擎峪迅衍康泰恒隆昌盛鼎瑞祥和丰润泽源宏远达腾飞凯捷锐创启航盈嘉禾'];
const LINES = [
  '造船',
  '机床',
  '热电',
  '纺织',
  '轴承',
  '化工',
  '制药',
  '建设',
  '电缆',
  '玻璃',
  '食品',
  '物流',
  '港务',
  '矿业',
  '仪表',
];
const FORMS = ['有限公司', '股份有限公司', '集团有限公司', '厂', '（北方）有限公司', '研究院'];
const DISTRICTS = [
  '环翠区',
  '文登区',
  '荣成市',
  '乳山市',
  '高新区',
  '经开区',
  '青山区',
  '昆都仑区',
  '海州区',
  '连云区',
];
const PROGRAMMES = ['威海工匠', '威海市首席技师', '焦作工匠', '包头工匠', '港城工匠'];

/**
 * People of ten years in five programmes. Names, employers and ids are drawn by chance; texts are clauses of the sample's profiles,
 * put together anew with figures of their own, so that the archive's words are those of real profiles.
 */
export async function corpusOf(size: number, seed: number, plant: string | undefined): Promise<Corpus> {
  const chance = chanceFrom(seed);
  const { clauses, trades } = await sampleWords();
  const rounds = Array.from({ length: 50 }, (_, at): SearchRound => {
    const year = 2026 - Math.floor(at / 5);
    return {
      id: `p${at % 5}/${year}`,
      programme: there(PROGRAMMES[at % 5]),
      edition: `${year}年`,
      year,
      state: '已公布结果',
    };
  });
  const people = Array.from({ length: size }, (_, at): CorpusPerson => {
    const name = nameOf(chance);
    return {
      id: Array.from({ length: 7 }, () => chance.pick([...'23456789bcdfghjkmnpqrstvwxz'])).join(''),
      name,
      reading: nameReading(name, undefined),
      employer: `${chance.pick(PLACES)}${chance.pick(BRANDS)}${chance.pick(BRANDS)}${chance.pick(LINES)}${chance.pick(FORMS)}`,
      trade: chance.pick(trades),
      title: '工匠',
      district: chance.pick(DISTRICTS),
      round: Math.floor((at * 50) / size),
      text: textOf(chance, clauses),
    };
  });
  return { rounds, people, planted: await plantedIn(plant) };
}

function nameOf(chance: Chance): string {
  if (chance.below(100) === 0) return `阿${chance.pick(GIVEN)}古丽·${chance.pick(GIVEN)}买${chance.pick(GIVEN)}`;
  return chance.pick(SURNAMES) + chance.pick(GIVEN) + (chance.below(4) > 0 ? chance.pick(GIVEN) : '');
}

/** About as long as a profile of the sample: 836 characters. */
function textOf(chance: Chance, clauses: readonly string[]): string {
  let text = '';
  while (text.length < 836) {
    const clause = chance.pick(clauses).replace(/\d+/g, (figure) => String(1 + chance.below(10 ** figure.length)));
    // One clause in three has a word from another, as no two people are described alike.
    const other = chance.pick(clauses);
    const at = chance.below(Math.max(1, clause.length - 3));
    const odd = chance.below(3) === 0 ? other.slice(0, 2 + chance.below(3)) : '';
    text += clause.slice(0, at) + odd + clause.slice(at) + chance.pick(['，', '，', '，', '。']);
  }
  return text;
}

async function sampleWords(): Promise<{ clauses: string[]; trades: string[] }> {
  const clauses = new Set<string>();
  const trades = new Set<string>();
  for (const path of (await readdir('content', { recursive: true })).sort()) {
    if (!/candidates[/\\][^/\\]+\.md$/.test(path)) continue;
    const [, front = '', body = ''] = (await readFile(join('content', path), 'utf8')).split(/^---$/m);
    trades.add(/^trade: "([^"]+)"/m.exec(front)?.[1] ?? '');
    for (const clause of body.split(/[，。；：\n#]+/)) if (clause.trim().length >= 6) clauses.add(clause.trim());
  }
  return { clauses: [...clauses], trades: [...trades].filter((trade) => trade !== '') };
}

/** Text files of a folder; without one the notices of the sample. */
async function plantedIn(folder: string | undefined): Promise<Corpus['planted']> {
  const from = folder ?? 'content/programmes';
  const files = (await readdir(from, { recursive: true })).filter((path) =>
    folder === undefined ? /programme\.md$|notice\.md$/.test(path) : /\.(?:txt|md)$/.test(path),
  );
  return Promise.all(
    files.sort().map(async (path, at) => ({
      address: `guide/planted-${at}/`,
      title: path,
      text: (await readFile(join(from, path), 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, ''),
    })),
  );
}
