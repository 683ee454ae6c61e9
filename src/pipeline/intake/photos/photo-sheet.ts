import { thumbnail } from './photo-encode.ts';

/** One frame of the contact sheet. */
export interface PhotoFrame {
  name: string;
  employer: string;
  /** The picture that will stand in the content; absent: an empty frame. */
  jpeg?: Uint8Array;
  /** 新增 / 更换 / 未变 / 移除, and where the picture came from. */
  note: string;
}

/**
 * 照片核对表: every person of the list in its order, so that somebody who knows the faces sees whether the right face has the right name.
 * A fragment of HTML with its own style, pictures inside, no script; four frames in a row on A4.
 */
export async function contactSheet(frames: readonly PhotoFrame[]): Promise<string> {
  const shown = frames.filter(({ jpeg }) => jpeg !== undefined).length;
  const items: string[] = [];
  for (const [index, { name, employer, jpeg, note }] of frames.entries()) {
    const picture = jpeg ? await pictureOf(name, jpeg) : '<span class="photo-none">无照片</span>';
    items.push(
      `<li><figure>${picture}<figcaption><b>${index + 1}. ${escaped(name)}</b><span>${escaped(employer)}</span>` +
        `<small>${escaped(note)}</small>${jpeg ? '<span>□ 人与名相符</span>' : ''}</figcaption></figure></li>`,
    );
  }
  return [
    '<section class="photo-sheet">',
    `<style>${STYLE}</style>`,
    '<h2>照片核对表</h2>',
    `<p>名单 ${frames.length} 人，有照片 ${shown} 人，无照片 ${frames.length - shown} 人。请由认识本人的同志逐一核对，打勾后签名。</p>`,
    `<ol>${items.join('\n')}</ol>`,
    '<p class="photo-signed">核对人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿</p>',
    '</section>',
  ].join('\n');
}

/** A picture that somebody put into the content by hand may be none. */
async function pictureOf(name: string, jpeg: Uint8Array): Promise<string> {
  const small = await thumbnail(jpeg).catch(() => undefined);
  if (!small) return '<span class="photo-none">照片打不开</span>';
  const source = `data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`;
  return `<img alt="${escaped(`${name}的照片`)}" src="${source}">`;
}

const STYLE = `
.photo-sheet ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4mm; max-width: 190mm }
.photo-sheet li { break-inside: avoid; border: 0.3mm solid #999; padding: 2mm }
.photo-sheet figure { margin: 0 }
.photo-sheet img, .photo-sheet .photo-none { display: block; box-sizing: border-box; width: 100%; aspect-ratio: 7 / 8; object-fit: contain }
.photo-sheet .photo-none { display: grid; place-items: center; border: 0.3mm dashed #999; color: #595959 }
.photo-sheet figcaption { margin-top: 1.5mm; font-size: 3.2mm; line-height: 1.35; overflow-wrap: anywhere }
.photo-sheet figcaption > * { display: block }
.photo-sheet small { color: #595959; font-size: 2.6mm }
.photo-sheet .photo-signed { break-before: avoid; margin-top: 6mm }
@media (max-width: 40em) { .photo-sheet ol { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
@media print { @page { size: A4; margin: 10mm } .photo-sheet { break-before: page } .photo-sheet h2, .photo-sheet p { break-after: avoid } }
`.trim();

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
