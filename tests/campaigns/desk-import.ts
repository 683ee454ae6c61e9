import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '#pipeline/commands/root.ts';
import { aBench, clear } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { there } from '#tests/there.ts';

const HEAD = ['姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹'];
const FAMILIES = '李王张刘陈杨赵黄周吴';
const GIVEN = '明芳强磊静军';

export interface DeskImport {
  people: number;
  megabytes: number;
  /** Seconds from the first byte of the drop until the plan is there, and in it the sending. */
  plan: number;
  sending: number;
  /** Of the desk's process, in seconds. */
  processor: number;
  /** Until every photo was encoded. */
  photos: number;
  shown: boolean;
}

/** A drop of so many people with a photo each at a desk of its own process, sent in parts as the page's script sends them. */
export async function deskImport(people: number): Promise<DeskImport> {
  const bench = await aBench();
  const desk = spawn(process.execPath, [join(ROOT, 'scripts', 'desk.ts'), '--content', bench.content, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(desk.stdout);
    const { origin } = new URL(address);
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = there(entered.headers.get('set-cookie')).split(';')[0] ?? '';
    const page = `${origin}/import?round=${encodeURIComponent(bench.round)}`;
    const get = async (path: string): Promise<string> => (await fetch(path, { headers: { cookie } })).text();
    const token = there(/name="_token" value="(\w+)"/.exec(await get(page))?.[1]);
    const names = Array.from(
      { length: people },
      (_, index) => `${FAMILIES[index % 10]}${GIVEN[Math.floor(index / 10) % 6]}${index >= 60 ? '华' : ''}`,
    );
    const files = await dropOf(names);
    const start = { wall: performance.now(), used: await usedBy(desk.pid) };
    let batch = '';
    for (const part of parts(files)) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ _token: token, step: 'files', part: '1', batch }))
        body.append(name, value);
      for (const { name, bytes } of part) body.append('files', new Blob([Uint8Array.from(bytes)]), name);
      const reply = await fetch(page, { method: 'POST', body, headers: { cookie, origin } });
      batch = (await reply.text()).trim();
    }
    const sent = performance.now();
    const plan = await get(`${page}&batch=${batch}`);
    const seen = { wall: performance.now(), used: await usedBy(desk.pid) };
    let photos = 0;
    while (photos === 0) {
      const { done, of } = JSON.parse(await get(`${origin}/import/progress?batch=${batch}`)) as {
        done: number;
        of: number;
      };
      if (done === of && of > 0) photos = performance.now();
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const seconds = (from: number, to: number): number => Math.round((to - from) / 10) / 100;
    return {
      people,
      megabytes: Math.round(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6),
      plan: seconds(start.wall, seen.wall),
      sending: seconds(start.wall, sent),
      processor: Math.round((seen.used - start.used) * 100) / 100,
      photos: seconds(start.wall, photos),
      shown: plan.includes(`新增 ${people} 人`) && plan.includes('照片还在处理'),
    };
  } finally {
    desk.kill();
    await new Promise((resolve) => desk.once('close', resolve));
    await clear(bench);
    await rm(join(bench.root, '.jiangbang-desk-content'), { recursive: true, force: true });
  }
}

interface Dropped {
  name: string;
  bytes: Uint8Array;
}

/** One list, and a photo of three megabytes each as telephones make them. */
async function dropOf(names: readonly string[]): Promise<Dropped[]> {
  const rows = names.map((name, index) => [
    name,
    `威海第${index + 1}船业有限公司`,
    '船体焊工',
    '技师',
    '个人自荐',
    '环翠区总工会',
    '焊接能手。',
  ]);
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const base = await sharp({ create: { width: 750, height: 1000, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  const picture = await sharp(base).resize(3000, 4000).jpeg({ quality: 88 }).toBuffer();
  const photos = names.map((name, index) => {
    // Behind the end of the picture: other bytes, and the same work.
    const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, index]);
    return { name: `照片/${name}.jpg`, bytes: Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]) };
  });
  return [{ name: '汇总表.xlsx', bytes: xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]) }, ...photos];
}

/** As `desk.js` parts them. */
function parts(files: readonly Dropped[]): Dropped[][] {
  const all: Dropped[][] = [];
  let size = Infinity;
  for (const file of files) {
    if (size + file.bytes.length > 24_000_000) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(file);
    size += file.bytes.length;
  }
  return all;
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const piece of output) {
    said += String(piece);
    const found = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=\w+/.exec(said)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`the desk said: ${said}`);
}

/** Processor seconds of a process and its threads, by Linux; 0 elsewhere. */
async function usedBy(pid: number | undefined): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = text.slice(text.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) / 100;
}
