import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';

/** What lies beside a person's record, in a folder of the person's own: pictures as JPEG, a film as MP4, its captions as WebVTT. */
type MediaKind = 'jpg' | 'mp4' | 'vtt';

/** `process-1.jpg`: the name of a file in `media/<id>/`; it becomes part of an address. */
export function mediaName(kind: MediaKind): z.ZodString {
  return z
    .string()
    .max(64)
    .refine((name) => new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*\\.${kind}$`, 'u').test(name), {
      params: { code: 'media-name', kind },
    });
}

/** A picture that shows the work: what one reads below it, what those hear who cannot see it, who took it, who agreed. */
export const pictureSchema = z.strictObject({
  file: mediaName('jpg'),
  caption: lineSchema,
  alt: lineSchema,
  /** 摄影 / 供图. */
  credit: lineSchema,
  /** How those agreed whom it shows, or whose work it shows. */
  consent: lineSchema,
});
type MediaPicture = z.infer<typeof pictureSchema>;

/** One in words, for the sheet that is signed. */
export function pictureWords({ file, caption, alt, credit, consent }: MediaPicture): string {
  return `${caption}（${file}；文字说明 ${alt}；署名 ${credit}；同意方式 ${consent}）`;
}
