import type { Candidate } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const pictureWords: Rule = {
  name: 'picture-words',
  description: '图的文字说明说出图里有什么：“图片”“照片”和文件名等于没有说（GB/T 37668 的非文本内容）。',
  check({ folder }) {
    return folder.people.flatMap((person) =>
      described(person.data).flatMap(({ of, field, alt, file }): Finding[] =>
        saysNothing(alt, [person.data.name, file.replace(/\.\w+$/u, '')], field === 'photo.alt')
          ? [finding('alt-says-nothing', placeOf(person, field, person.data.name), { of, alt })]
          : [],
      ),
    );
  },
};

interface Described {
  of: string;
  field: string;
  alt: string;
  file: string;
}

function described({ photo, process, works }: Candidate): Described[] {
  const many = (of: string, key: 'process' | 'works', all: Candidate['process']): Described[] =>
    all.map(({ alt, file }, index) => ({ of: `${of}第${index + 1}张`, field: `${key}.${index}.alt`, alt, file }));
  return [
    ...(photo?.alt === undefined ? [] : [{ of: '照片', field: 'photo.alt', alt: photo.alt, file: '' }]),
    ...many('工序', 'process', process),
    ...many('作品', 'works', works),
  ];
}

/**
 * Whether nothing is left without words for a picture, its number and its file. A portrait may say whose it is, for that is what it shows.
 */
export function saysNothing(alt: string, [name = '', file = '']: readonly string[], isPortrait: boolean): boolean {
  const plain = alt.normalize('NFKC').toLowerCase();
  if (isPortrait && plain.includes(name) && plain !== name) return false;
  const rest = [name, file].reduce((text, one) => (one === '' ? text : text.replaceAll(one.toLowerCase(), '')), plain);
  return !/[\p{L}]/u.test(
    rest
      .replace(/\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)\b/gu, '')
      .replace(
        /微信图片|mmexport|screenshot|(?:^|[^a-z])(?:img|dsc[fn]?|pic|photo|image|picture|p|vid|wx)(?![a-z])/gu,
        '',
      )
      .replace(
        /工作照片?|现场照片?|生活照|证件照|肖像照?|图片|照片|相片|图像|插图|配图|截图|示意图|图示|封面|头像|未命名|无标题|说明|文字|工序|作品|现场|本人|个人/gu,
        '',
      )
      .replace(/[图像照片张幅第号之的一二三四五六七八九十百无略暂]/gu, ''),
  );
}
