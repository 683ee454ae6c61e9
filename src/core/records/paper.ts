import { z } from 'zod';
import { plainDateSchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';

/** `paper` in `round.md`: what a stamped document of the round has around its text (GB/T 9704-2012, 7.2 and 7.4). */
export const paperFrameSchema = z
  .strictObject({
    /** 发文机关标志 in red, as it is printed: `威海市总工会文件`. */
    letterhead: lineSchema.max(40).optional(),
    /** 签发人, of a document to a superior body. */
    signer: lineSchema.max(20).optional(),
    /** 抄送机关, without the word itself. */
    copiesTo: lineSchema.optional(),
    /** 印发机关 and 印发日期: both or neither. */
    printedBy: lineSchema.optional(),
    printedOn: plainDateSchema.optional(),
    /** Room for the seal over the signature. */
    seal: z.boolean().default(true),
  })
  .superRefine(({ printedBy, printedOn }, context) => {
    if ((printedBy === undefined) === (printedOn === undefined)) return;
    const path = [printedBy === undefined ? 'printedBy' : 'printedOn'];
    context.addIssue({ code: 'custom', path, params: { code: 'paper-half-imprint' } });
  });

/** The carriers that can stand on the site beside the page. */
export const SITE_CARRIERS = ['pdf', 'docx'] as const;

/** `paper` in `site.json`: fonts of the office, and what of the paper is put on the site. */
export const paperSettingsSchema = z.strictObject({
  /** Folders of this machine in which the office's own 仿宋, 小标宋, 黑体 and 楷体 lie. */
  fonts: z.array(lineSchema).default([]),
  /** Width of one column of the newspaper that prints the notices, in millimetres. */
  newspaperColumn: z.number().min(25).max(120).optional(),
  /** Which carriers are linked from the notice and the result. */
  onSite: z.array(z.enum(SITE_CARRIERS)).default([]),
});
