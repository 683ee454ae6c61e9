import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { TreeFile } from './content-tree.ts';

/** Every file there can be below a content folder, by its path. */
const LAYOUT = {
  site: /^site\.json$/,
  waivers: /^waivers\.json$/,
  root: /^root\/.+$/,
  map: /^maps\/[^/]+\.(?:jpg|png)$/,
  published: /^published\.json$/,
  calendar: /^calendar\/(\d{4})\.json$/,
  confirmed: /^calendar\/confirmed\.json$/,
  regional: /^calendar\/regional\/([a-z]+)-(\d{4})\.json$/,
  programme: /^programmes\/([^/]+)\/programme\.md$/,
  form: /^programmes\/([^/]+)\/forms\/([^/]+)\.json$/,
  round: /^programmes\/([^/]+)\/rounds\/([^/]+)\/round\.md$/,
  roster: /^programmes\/([^/]+)\/rounds\/([^/]+)\/roster\.json$/,
  imported: /^programmes\/([^/]+)\/rounds\/([^/]+)\/imported\.json$/,
  notice: /^programmes\/([^/]+)\/rounds\/([^/]+)\/notice\.md$/,
  laterNotice: /^programmes\/([^/]+)\/rounds\/([^/]+)\/notices\/([^/]+)\/notice\.md$/,
  laterRoster: /^programmes\/([^/]+)\/rounds\/([^/]+)\/notices\/([^/]+)\/roster\.json$/,
  laterApproval: /^programmes\/([^/]+)\/rounds\/([^/]+)\/notices\/([^/]+)\/approval\.json$/,
  approval: /^programmes\/([^/]+)\/rounds\/([^/]+)\/approval\.json$/,
  result: /^programmes\/([^/]+)\/rounds\/([^/]+)\/result\.md$/,
  further: /^programmes\/([^/]+)\/rounds\/([^/]+)\/result-([2-9]|[1-9]\d)\.md$/,
  reviews: /^programmes\/([^/]+)\/rounds\/([^/]+)\/reviews\.json$/,
  act: /^programmes\/([^/]+)\/rounds\/([^/]+)\/acts\/([^/]+)\.md$/,
  takenDown: /^programmes\/([^/]+)\/rounds\/([^/]+)\/taken-down\/([^/]+)\.json$/,
  person: /^programmes\/([^/]+)\/rounds\/([^/]+)\/candidates\/([^/]+)\.md$/,
  stamped: /^programmes\/([^/]+)\/rounds\/([^/]+)\/stamped\/(notice(?:-[2-9])?|result)\.(?:pdf|jpg)$/,
  media: /^programmes\/([^/]+)\/rounds\/([^/]+)\/media\/([^/]+)\/[^/]+$/,
  photo: /^programmes\/([^/]+)\/rounds\/([^/]+)\/photos\/([^/]+)\.jpg$/,
} as const;
type Kind = keyof typeof LAYOUT;

/** What a file is by its path, with the ids in it; `undefined` where none belongs. */
export function placeInLayout(path: string): { kind: Kind; ids: string[] } | undefined {
  for (const [kind, pattern] of Object.entries(LAYOUT)) {
    const match = pattern.exec(path);
    if (match) return { kind: kind as Kind, ids: match.slice(1) };
  }
  return undefined;
}

/** What is wrong with a file that has no place. */
export function outOfPlace({ path, kind }: TreeFile): Finding {
  if (path.endsWith('.mdx')) return finding('mdx-in-content', { file: path });
  if (kind === 'link') return finding('link-in-content', { file: path });
  if (/^calendar\//.test(path)) return finding('calendar-file-name', { file: path });
  const allowed =
    'site.json、waivers.json、published.json、root/验证文件、maps/标准地图（.jpg 或 .png）、calendar/年份.json、calendar/regional/地区拼音-年份.json、programmes/活动/programme.md、programmes/活动/forms/表名.json，以及每届的 round.md、roster.json、imported.json、notice.md、approval.json、result.md、result-2.md（补充公布）、reviews.json、candidates/编号.md、photos/编号.jpg、media/编号/（人物页的图片 .jpg、影片 .mp4、字幕 .vtt）、stamped/notice.pdf、stamped/result.pdf（盖章文件的扫描件，也可以是 .jpg）、acts/日期-种类.md、taken-down/编号.json、notices/公示名/notice.md、notices/公示名/roster.json、notices/公示名/approval.json';
  return finding('unexpected-file', { file: path }, { allowed });
}

/** Paths that some file systems take for one. */
export function caseTwins(tree: readonly TreeFile[]): Finding[] {
  const seen = new Map<string, string>();
  return tree.flatMap(({ path }) => {
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    return other ? [finding('id-differs-by-case', { file: path }, { other })] : [];
  });
}
