import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { diskReason } from '#pipeline/content/disk.ts';
import { type Face, facesOf } from './sfnt.ts';

/** The typefaces that GB/T 9704-2012 and common usage ask for. */
export type Role = 'body' | 'title' | 'black' | 'kai';

/** A face with the names it goes by on a sheet. */
export interface Typeface {
  /** The only family name it has for the compiler: nothing of the machine can step in for it. */
  key: string;
  /** `仿宋（simfang.ttf）`, `Noto Serif SC`: as the run prints it. */
  shown: string;
  /** One of the office's own folder. */
  own: boolean;
  has(this: void, character: string): boolean;
  bytes(): Buffer;
}

export interface Typefaces {
  /** What each level is set with. */
  roles: Readonly<Record<Role, Typeface>>;
  /** Where a level's own face lacks a sign, the first of these that has it. */
  rare: readonly Typeface[];
}

export const chineseRole: Record<Role, string> = { body: '仿宋', title: '小标宋', black: '黑体', kai: '楷体' };
export const ROLES = Object.keys(chineseRole) as Role[];

/** Family names by which an office's own fonts are known, the most fitting first. */
const WANTED: Record<Role, readonly string[]> = {
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    '方正仿宋_GBK',
    'FZFangSong-Z02',
    'FangSong_GBK',
    '华文仿宋',
    'STFangsong',
    '朱雀仿宋（预览测试版）',
    '朱雀仿宋',
    'Zhuque Fangsong (technical preview)',
    'Zhuque Fangsong',
  ],
  title: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05',
    '小标宋',
    '华文中宋',
    'STZhongsong',
  ],
  black: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S', '华文黑体', 'STHeiti'],
  kai: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '楷体',
    'KaiTi',
    '方正楷体_GBK',
    'FZKai-Z03',
    '方正楷体简体',
    'FZKai-Z03S',
    '华文楷体',
    'STKaiti',
    '霞鹜文楷',
    'LXGW WenKai',
  ],
};
const WENKAI: readonly string[] = ['霞鹜文楷', 'LXGW WenKai'];

/** Open fonts from npm: folder of the package, weight, and the name it is shown by. */
type OpenFont = readonly [folder: string, weight: string, shown: string];
const OPEN: Record<Role, readonly OpenFont[]> = {
  body: [
    ['noto-serif-sc', '400Regular', 'Noto Serif SC'],
    ['noto-sans-sc', '400Regular', 'Noto Sans SC'],
  ],
  title: [
    ['noto-serif-sc', '700Bold', 'Noto Serif SC Bold'],
    ['noto-sans-sc', '700Bold', 'Noto Sans SC Bold'],
  ],
  black: [['noto-sans-sc', '500Medium', 'Noto Sans SC Medium']],
  kai: [
    ['noto-serif-sc', '400Regular', 'Noto Serif SC'],
    ['noto-sans-sc', '400Regular', 'Noto Sans SC'],
  ],
};
const OPEN_RARE: readonly OpenFont[] = [
  ['noto-serif-sc', '400Regular', 'Noto Serif SC'],
  ['noto-sans-sc', '400Regular', 'Noto Sans SC'],
  ['noto-sans-jp', '400Regular', 'Noto Sans JP'],
];

/**
 * The faces of every level: the office's own where its folders have them, else open ones. No font of the machine is looked for
 * elsewhere, so that the same folders give the same sheets everywhere.
 * @param folders an office's own font folders, the first first
 */
export async function openTypefaces(folders: readonly string[]): Promise<Typefaces> {
  const own = (await Promise.all(folders.map(facesIn))).flat();
  const opened = new Map<string, Promise<Typeface | undefined>>();
  const open = (one: OpenFont): Promise<Typeface | undefined> => {
    const known = opened.get(one.join('/')) ?? openFace(one);
    opened.set(one.join('/'), known);
    return known;
  };
  const roles = {} as Record<Role, Typeface>;
  for (const role of ROLES) roles[role] = ownFor(WANTED[role], own) ?? (await firstOf(OPEN[role].map(open)));
  const wenkai = ownFor(WENKAI, own);
  const rare = (await Promise.all(OPEN_RARE.map(open))).flatMap((face) => face ?? []);
  return { roles, rare: wenkai ? [...rare.slice(0, 1), wenkai, ...rare.slice(1)] : rare };
}

interface OwnFace extends Face {
  file: string;
}

const KNOWN: ReadonlySet<string> = new Set(ROLES.flatMap((role) => WANTED[role]));

/** Opening a folder of hundreds of fonts reads each once; a file that is no font is passed over. */
async function facesIn(folder: string): Promise<OwnFace[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Refusal(
      'fonts-unreadable',
      `字体目录 ${folder} 打不开：${diskReason(error)}。请核对 --fonts 或 site.json 的 paper.fonts。`,
    );
  });
  const files = names.filter((name) => /\.(?:ttf|otf|ttc|otc)$/i.test(name)).sort();
  const faces: OwnFace[] = [];
  for (const file of files) {
    try {
      // A system's folder holds hundreds: what nobody asks for is let go at once.
      const wanted = facesOf(await readFile(join(folder, file))).filter(({ families }) =>
        families.some((name) => KNOWN.has(name)),
      );
      faces.push(...wanted.map((face) => ({ ...face, file })));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return faces;
}

function ownFor(wanted: readonly string[], own: readonly OwnFace[]): Typeface | undefined {
  for (const family of wanted) {
    const found = own.filter(({ families }) => families.includes(family));
    const [best] = found.sort((a, b) => Math.abs(a.weight - 400) - Math.abs(b.weight - 400));
    if (best) return typeface(best, `${family}（${best.file}）`, true);
  }
  return undefined;
}

async function firstOf(candidates: readonly Promise<Typeface | undefined>[]): Promise<Typeface> {
  for (const candidate of candidates) {
    const face = await candidate;
    if (face) return face;
  }
  throw new Refusal(
    'fonts-missing',
    '找不到字体。请运行 npm ci 装齐 @expo-google-fonts/noto-sans-sc，或用 --fonts 指明本单位的字体目录。',
  );
}

const { resolve } = createRequire(import.meta.url);

async function openFace([name, weight, shown]: OpenFont): Promise<Typeface | undefined> {
  const family = name
    .split('-')
    .map((word) => (word.length === 2 ? word.toUpperCase() : word.replace(/^./, (first) => first.toUpperCase())))
    .join('');
  try {
    const [face] = facesOf(await readFile(resolve(`@expo-google-fonts/${name}/${weight}/${family}_${weight}.ttf`)));
    return face && typeface(face, shown, false);
  } catch (error) {
    if (
      ['MODULE_NOT_FOUND', 'ENOENT', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes(
        (error as NodeJS.ErrnoException).code ?? '',
      )
    )
      return undefined;
    throw error;
  }
}

function typeface(face: Face, shown: string, own: boolean): Typeface {
  // No word in it: Typst takes `Regular` and `Bold` off the end of a family name.
  const key = `jiangbang${createHash('sha256').update(`${face.postScriptName} ${shown}`).digest('hex').slice(0, 12)}0`;
  let bytes: Buffer | undefined;
  return { key, shown, own, has: face.has, bytes: () => (bytes ??= face.renamed(key)) };
}
