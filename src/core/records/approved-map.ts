import { z } from 'zod';
import { lineSchema, webAddressSchema } from '#core/formats/words.ts';

/** Where the picture lies below the content folder. */
export const MAP_FOLDER = 'maps/';

/**
 * `map` in `site.json`: a standard map that an authority has reviewed. The site draws no outlines itself; a public map must be reviewed, and
 * exempt is the use of a standard map as it is, with its number (地图管理条例 第十五条). It is published byte for byte.
 */
export const approvedMapSchema = z.strictObject({
  file: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png)$/u),
  /** 威海市行政区划图. */
  title: lineSchema,
  /** `鲁SG（2023）012号`, `GS京（2022）1061号`, without the word 审图号 before it. */
  reviewNumber: z.string().refine((number) => REVIEW_NUMBER.test(number), { params: { code: 'map-review-number' } }),
  /** 山东省标准地图服务网站. */
  source: lineSchema,
  address: webAddressSchema.optional(),
  /** What it shows, for those who cannot see it. */
  alt: lineSchema,
});

/** The authority's letters, which may have the short name of a province before or behind them, the year, and a number. */
const REVIEW_NUMBER =
  /^\p{Script=Han}{0,4}[A-Z]{1,3}\p{Script=Han}{0,2}[（(〔[](?:19|20)\d{2}[）)〕\]]\d{1,6}(?:-\d{1,4})?号$/u;
