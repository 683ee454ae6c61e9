import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { lineCell, plainColumn } from '../cell.ts';
import { field } from '../field.ts';

/** What is said of the photo; the picture itself comes from files of its own. */
export const photo = field({
  key: 'photo',
  shape: z
    .strictObject({
      /** 摄影 / 供图. */
      credit: lineSchema,
      /** How the person agreed to publication. */
      consent: lineSchema,
      /** Described for those who cannot see it. */
      alt: lineSchema.optional(),
      /** Which point stays in sight where the picture is cut, from its left and from its top: `50% 30%`. */
      focus: z
        .string()
        .regex(/^(?:\d{1,2}|100)% (?:\d{1,2}|100)%$/)
        .optional(),
    })
    .optional(),
  of: 'person',
  words: '照片',
  parts: { credit: '署名', consent: '同意方式', alt: '文字说明', focus: '取景中心' },
  inWords: (value) => value,
  inFile: '示例机械有限公司供图',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: true,
  sheet: {
    columns: [
      {
        ...plainColumn,
        ...lineCell,
        key: 'photo.credit',
        header: '照片署名',
        help: '摄影者或供图单位。',
        wordings: '照片署名 照片来源 照片作者 摄影 摄影者 供图',
        example: '示例机械有限公司供图',
        write: (photo) => photo?.credit ?? '',
      },
      {
        ...plainColumn,
        ...lineCell,
        key: 'photo.consent',
        header: '照片同意',
        help: '本人如何同意公开照片，例如：本人书面同意，2026-03-02。',
        wordings: '照片同意 照片授权 肖像授权 照片公开同意 本人同意公开照片',
        example: '本人书面同意，2026-03-02',
        write: (photo) => photo?.consent ?? '',
      },
    ],
    behind: 'texts',
  },
  proof: {
    among: 'lists',
    text: (photo) =>
      photo
        ? [
            `署名 ${photo.credit}`,
            `同意方式 ${photo.consent}`,
            ...(photo.alt ? [`说明 ${photo.alt}`] : []),
            ...(photo.focus ? [`取景中心 ${photo.focus}`] : []),
          ].join('；')
        : '',
  },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});
