import { z } from 'zod';
import { lineSchema, webAddressSchema } from '#core/formats/words.ts';
import { noColumns } from '../cell.ts';
import { field } from '../field.ts';
import { mediaName } from '../media-file.ts';

const filmSchema = z
  .strictObject({
    /** What one sees: 手工超声检测一道环焊缝. */
    caption: lineSchema,
    /** 摄制 / 供片. */
    credit: lineSchema,
    /** The film itself; or a page of somebody else's that shows it. */
    file: mediaName('mp4').optional(),
    address: webAddressSchema.optional(),
    /** The picture that stands there before it runs. */
    poster: mediaName('jpg').optional(),
    captions: mediaName('vtt').optional(),
    /** What is said and seen, paragraph by paragraph, where there are no captions. */
    transcript: z.array(lineSchema).min(1).max(100).optional(),
    consent: lineSchema.optional(),
  })
  .superRefine((film, context) => {
    const say = (code: string): void => context.addIssue({ code: 'custom', params: { code } });
    if ((film.file === undefined) === (film.address === undefined)) say('film-one-place');
    if (film.file === undefined) {
      const idle = (['poster', 'captions', 'transcript'] as const).some((key) => film[key] !== undefined);
      if (film.address !== undefined && idle) say('film-elsewhere');
      return;
    }
    if (film.poster === undefined) say('film-without-poster');
    if (film.captions === undefined && film.transcript === undefined) say('film-without-captions');
    if (film.consent === undefined) say('film-without-consent');
  });
type Film = z.infer<typeof filmSchema>;

/** The person at work, in a few minutes. The files lie beside the record; a sheet has no column for them. */
export const film = field({
  key: 'film',
  shape: filmSchema.optional(),
  of: 'everybody',
  words: '影片',
  parts: {
    caption: '说明',
    credit: '署名',
    file: '文件',
    address: '网址',
    poster: '封面',
    captions: '字幕',
    transcript: '文字稿',
    consent: '同意方式',
  },
  inWords: (value) => value,
  inFile: '{ file: "film.mp4", poster: "film.jpg", captions: "film.vtt", caption: "…", credit: "…", consent: "…" }',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: false,
  sheet: { columns: noColumns() },
  proof: { among: 'lists', text: (film) => (film ? filmWords(film) : '') },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});

function filmWords({ caption, credit, file, address, poster, captions, transcript, consent }: Film): string {
  const said = [
    file ?? address ?? '',
    poster && `封面 ${poster}`,
    captions && `字幕 ${captions}`,
    transcript && `文字稿 ${transcript.join(' ')}`,
    `署名 ${credit}`,
    consent && `同意方式 ${consent}`,
  ];
  return `${caption}（${said.filter(Boolean).join('；')}）`;
}
