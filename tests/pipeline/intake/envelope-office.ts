import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { asOld, film, zipFile, type ZipSpec } from './envelope-files.ts';
import { docxFile, xlsxFile } from './office-files.ts';

/** What a city's union gets from its units in one go: a list, and a folder a person. Everybody is invented. */
export interface Envelope {
  /** By path below the envelope. */
  files: Map<string, Uint8Array>;
  people: string[];
}

const SURNAMES = [...'丛鞠戚隋苗仇单毕于邹宫姜'];
const GIVEN = ['立夏', '海宁', '永强', '志刚', '宝良'];
const EMPLOYERS = ['听涛渔具', '澄海港务', '锦澜服饰', '凌碳材料', '翠屿园林', '鸥翔公交', '云台机械', '丰垄农机'];
const TRADES = ['船舶电焊工', '装配钳工', '缝纫工', '维修电工'];

/** @param old whether LibreOffice is there to make the .xls and the .doc that a unit with an old program sends */
export async function anEnvelope(count: number, { old = true, megabytes = 1 } = {}): Promise<Envelope> {
  const files = new Map<string, Uint8Array>();
  const people = Array.from({ length: count }, (_, index) => ({
    number: String(index + 1).padStart(2, '0'),
    name: `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? ''}`,
    employer: `威海${EMPLOYERS[index % EMPLOYERS.length] ?? ''}有限公司`,
    trade: TRADES[index % TRADES.length] ?? '',
  }));
  const head = ['序号', '姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹', '身份证号'];
  const rows = people.map(({ name, employer, trade }, index) => [
    ...[String(index + 1), name, employer, trade, '技师', '社会团体推荐', '环翠区总工会'],
    ...[`从事${trade}多年，带出徒弟多名。`, '110101198001010000'],
  ]);
  const list = xlsxFile([{ name: '汇总表', rows: [head, ...rows] }]);
  const form = ({ name, employer, trade }: (typeof people)[number]): Uint8Array =>
    docxFile({
      before: ['威海工匠申报表'],
      tables: [
        [
          ['姓　名', name, '性　别', '男'],
          ['身份证号', '110101198001010000', '手机', '13800000000'],
          ['工作单位', employer, '工种', trade],
        ],
      ],
    });
  files.set('汇总表.xlsx', list);
  const zipped: ZipSpec[] = [];
  for (const [index, person] of people.entries()) {
    const folder = `${person.number}_${person.name}_${person.employer}`;
    const own: [string, Uint8Array][] = [
      ['申报表.docx', form(person)],
      ['证件照.jpg', await picture(index, 400, 560)],
      ['工作照1.jpg', await picture(index + 1000, 480, 320)],
      ['技能等级证书扫描件.jpg', await picture(index + 2000, 420, 300)],
    ];
    if (index % 20 === 0) own.push(['事迹视频.mp4', film(megabytes * 1024 * 1024)]);
    // The last unit sends a ZIP packed by Windows, its names in GBK.
    if (index >= count - 2)
      zipped.push(...own.map(([name, bytes]) => ({ name: `${folder}/${name}`, bytes, as: 'gbk' as const })));
    else for (const [name, bytes] of own) files.set(`${folder}/${name}`, bytes);
  }
  files.set('最后一家.zip', zipFile(zipped));
  files.set('.DS_Store', Buffer.from('Bud1'));
  files.set('~$汇总表.xlsx', Buffer.alloc(165));
  if (old) {
    const [first] = people;
    const made = first && `${first.number}_${first.name}_${first.employer}/申报表`;
    files.set('汇总表.xls', asOld([{ name: 'list.xlsx', bytes: list }], 'xls')[0] ?? new Uint8Array());
    files.delete('汇总表.xlsx');
    if (first && made !== undefined) {
      files.set(`${made}.doc`, asOld([{ name: 'form.docx', bytes: form(first) }], 'doc')[0] ?? new Uint8Array());
      files.delete(`${made}.docx`);
    }
  }
  return { files, people: people.map(({ name }) => name) };
}

/** Coloured patches, others for every number. */
function picture(number: number, width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: 4 * 5 * 3 }, (_, at) => (number * 37 + at * 91 + ((number * at) % 251)) % 256),
  );
  return sharp(pixels, { raw: { width: 4, height: 5, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .jpeg()
    .toBuffer();
}

export async function layEnvelope({ files }: Envelope, folder: string): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** `node tests/pipeline/intake/envelope-office.ts 报送材料 60` */
if (import.meta.main) {
  const [folder = '报送材料', count = '60'] = process.argv.slice(2);
  await layEnvelope(await anEnvelope(Number(count), { megabytes: 30 }), folder);
}
