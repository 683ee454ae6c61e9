import type { FilmFacts, FilmReading } from './film-facts.ts';

/** What keeps a film from running in every browser, in words, and the command that mends all of it; none for a film that is fit. */
export function filmFaults(
  reading: Exclude<FilmReading, { kind: 'broken' }>,
  { file, most }: { file: string; /** In megabytes. */ most: number },
): { faults: string[]; command: string } | undefined {
  if (reading.kind === 'other') return { faults: ['不是 MP4 文件'], command: encoded(file, undefined, most) };
  const { facts } = reading;
  const inside = [...pictureFaults(facts), ...soundFaults(facts), ...sizeFaults(facts, most)];
  const outside = [
    ...(facts.isQuickTime ? ['是 QuickTime（.mov）格式，只改了名'] : []),
    ...(facts.isFragmented ? ['是分段封装的（fragmented）'] : []),
    ...(facts.startsFast ? [] : ['索引（moov）在文件末尾，全部下载完才能播放']),
    ...(facts.others > 0 ? ['带有画面、声音以外的轨道（字幕、时码、位置等）'] : []),
    ...(facts.hasMetadata ? ['带有附加信息，可能含拍摄地点、时间和设备'] : []),
  ];
  const faults = [...inside, ...outside];
  if (faults.length === 0) return undefined;
  return { faults, command: inside.length > 0 ? encoded(file, facts.duration, most) : copied(file) };
}

function pictureFaults({ pictures }: FilmFacts): string[] {
  const [picture, ...more] = pictures;
  if (!picture) return ['没有画面'];
  const { codec, pixels, width, height } = picture;
  const isH264 = codec === 'avc1' || codec === 'avc3';
  return [
    ...(isH264 ? [] : [`画面编码是 ${CODECS[codec] ?? codec}，要 H.264`]),
    ...(isH264 && pixels !== 'yuv420p' ? [`像素格式是 ${pixels ?? '未知'}，要 yuv420p`] : []),
    ...(Math.min(width, height) > 720 || Math.max(width, height) > 1280
      ? [`画面 ${width}×${height}，最大 720p（1280×720）`]
      : []),
    ...(more.length > 0 ? ['画面不止一路'] : []),
  ];
}

const CODECS: Readonly<Record<string, string>> = {
  hvc1: 'HEVC（H.265）',
  hev1: 'HEVC（H.265）',
  vp08: 'VP8',
  vp09: 'VP9',
  av01: 'AV1',
  mp4v: 'MPEG-4 Part 2',
  apcn: 'ProRes',
  apch: 'ProRes',
};

/** A film may be silent. */
function soundFaults({ sounds }: FilmFacts): string[] {
  return sounds.filter((sound) => sound !== 'AAC').map((sound) => `声音编码是 ${sound}，要 AAC`);
}

function sizeFaults({ size }: FilmFacts, most: number): string[] {
  const megabytes = size / 1024 / 1024;
  return megabytes > most ? [`有 ${Math.ceil(megabytes)} MB，上限 ${most} MB`] : [];
}

const OUT = 'film-new.mp4';
const TAIL = `-map_metadata -1 -movflags +faststart ${OUT}`;

/** The streams are fit as they are. */
function copied(file: string): string {
  return `ffmpeg -i ${file} -map 0:v:0 -map 0:a? -c copy ${TAIL}`;
}

/** At most 1.2 Mbit/s, and less where the film would grow past what is allowed; a film on its side keeps its shape. */
function encoded(file: string, duration: number | undefined, most: number): string {
  const room = duration ? Math.floor((most * 8192 * 0.95) / duration) - 96 : 1200;
  const rate = Math.max(200, Math.min(1200, room));
  const scale = `scale='if(gte(iw,ih),min(1280,iw),-2)':'if(gte(iw,ih),-2,min(1280,ih))':flags=lanczos,scale='if(gt(min(iw,ih),720),if(gte(iw,ih),-2,720),trunc(iw/2)*2)':'if(gt(min(iw,ih),720),if(gte(iw,ih),720,-2),trunc(ih/2)*2)'`;
  return `ffmpeg -i ${file} -map 0:v:0 -map 0:a? -vf "${scale}" -c:v libx264 -preset medium -b:v ${rate}k -maxrate ${rate * 2}k -bufsize ${rate * 4}k -pix_fmt yuv420p -c:a aac -b:a 96k ${TAIL}`;
}
