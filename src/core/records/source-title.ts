/** `《关于印发〈…方案〉的通知》（包总工办发〔2023〕2号）`: title marks inside title marks are single ones (GB/T 15834). */
export function chineseSource({ title, number }: { title: string; number?: string | undefined }): string {
  const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
  return `《${inner}》${number === undefined ? '' : `（${number}）`}`;
}
