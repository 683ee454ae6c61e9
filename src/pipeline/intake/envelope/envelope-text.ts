import { type Fate, FATES, type Listed } from './envelope-file.ts';

/** Where somebody handed in more than one file: how many of each kind, and what to ask the units for. */
export function envelopeLines(listed: readonly Listed[]): string[] {
  if (listed.length < 2) return [];
  const of = (fate: Fate): Listed[] => listed.filter((one) => one.fate === fate);
  const counts = (Object.keys(FATES) as Fate[])
    .filter((fate) => of(fate).length > 0)
    .map((fate) => `${FATES[fate]} ${of(fate).length}`);
  const asked = of('ask');
  return [
    `材料共 ${listed.length} 个文件：${counts.join('，')}。逐个清单见 --report 写出的报告，或加 --json。`,
    ...of('video').map(({ file, reason }) => `  视频  ${file}：${reason}`),
    ...asked.slice(0, MOST).map(({ file, reason }) => `  要问  ${file}：${reason}`),
    ...(asked.length > MOST ? [`  要问  还有 ${asked.length - MOST} 个，见报告。`] : []),
  ];
}

const MOST = 20;
