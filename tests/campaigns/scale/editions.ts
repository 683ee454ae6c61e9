import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A round of the repository's own content, from which others are made. */
export interface Template {
  programme: string;
  edition: string;
}

const TEMPLATES: readonly Template[] = [
  { programme: 'weihai-craftsman', edition: '2023' },
  { programme: 'gangcheng-craftsman', edition: '2019' },
  { programme: 'jiaozuo-craftsman', edition: '2018' },
  { programme: 'baotou-craftsman', edition: '2023' },
  { programme: 'weihai-chief-technician', edition: '2024' },
];

/** A round to be made: a template moved to another year and, from the second set on, to another city. */
export interface Edition {
  template: Template;
  /** 0 for the cities of the sample. */
  set: number;
  year: number;
  programme: string;
}

const [FIRST, LAST, SETS] = [2018, 2026, 10];

/** As many rounds as it takes for so many people, the sample's own cities first; the last year of the first set is left out. */
export async function editionsFor(people: number, content: string): Promise<Edition[]> {
  const sizes = new Map<Template, number>();
  for (const template of TEMPLATES) sizes.set(template, (await rosterOf(content, template)).people.length);
  const editions: Edition[] = [];
  let made = 0;
  for (let set = 0; set < SETS; set += 1) {
    for (let year = FIRST; year <= LAST - (set === 0 ? 1 : 0); year += 1) {
      for (const template of TEMPLATES) {
        if (made >= people) return editions;
        const programme = set === 0 ? template.programme : `${template.programme}-${'abcdefghij'.charAt(set)}`;
        editions.push({ template, set, year, programme });
        made += sizes.get(template) ?? 0;
      }
    }
  }
  return editions;
}

export interface RosterFile {
  people: { id: string; name: string }[];
}

export async function rosterOf(content: string, { programme, edition }: Template): Promise<RosterFile> {
  return JSON.parse(await readFile(join(folderOf(content, programme, edition), 'roster.json'), 'utf8')) as RosterFile;
}

export function folderOf(content: string, programme: string, edition: string): string {
  return join(content, 'programmes', programme, 'rounds', edition);
}

/** Names of the acts of a round. */
export async function actsOf(folder: string): Promise<string[]> {
  return readdir(join(folder, 'acts')).catch(() => []);
}

const CITIES: Readonly<Record<string, readonly string[]>> = {
  威海: ['烟台', '日照', '临沂', '泰安', '德州', '聊城', '滨州', '菏泽', '枣庄'],
  焦作: ['新乡', '安阳', '鹤壁', '濮阳', '许昌', '漯河', '南阳', '商丘', '信阳'],
  包头: ['赤峰', '通辽', '乌海', '鄂尔多斯', '呼伦贝尔', '巴彦淖尔', '兴安', '阿拉善', '锡林浩特'],
  连云港: ['盐城', '淮安', '宿迁', '徐州', '扬州', '镇江', '泰州', '南通', '常州'],
  港城: ['盐都', '淮上', '宿城', '彭城', '广陵', '京口', '海陵', '江海', '龙城'],
};

export function inCity(text: string, set: number): string {
  if (set === 0) return text;
  return Object.entries(CITIES).reduce((moved, [from, to]) => moved.replaceAll(from, to[set - 1] ?? from), text);
}
