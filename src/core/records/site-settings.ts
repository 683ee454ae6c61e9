import { z } from 'zod';
import { instantSchema } from '#core/calendar/plain-date.ts';
import { contactChannelSchema } from '#core/channels/contact-channel.ts';
import { lineSchema, webAddressSchema } from '#core/formats/words.ts';
import { acceptanceSchema } from './acceptance.ts';
import { approvedMapSchema } from './approved-map.ts';
import { paperSettingsSchema } from './paper.ts';

/** `content/site.json`: who publishes, where, and the footer duties of a government site (国办发〔2017〕47号). */
export const siteSettingsSchema = z
  .strictObject({
    name: lineSchema,
    description: lineSchema,
    organiser: lineSchema,
    address: webAddressSchema,
    /** 网站标识码 / ICP备案号 / 公安备案号; an empty slot is reported, never invented. */
    siteIdCode: lineSchema.optional(),
    icpNumber: lineSchema.optional(),
    publicSecurityNumber: lineSchema.optional(),
    /** Of a union, an association or an enterprise: the duties of a government site do not bind it. */
    governmental: z.literal(false).optional(),
    channels: z.array(contactChannelSchema).default([]),
    /** Warnings about the whole site that a person lets stand. */
    accepted: z.array(acceptanceSchema).default([]),
    /** Region whose days are laid over the national ones: the letters of its files, `calendar/regional/<letters>-<year>.json`. */
    regionalCalendar: z
      .string()
      .regex(/^[a-z]+$/)
      .optional(),
    /** The largest film, in megabytes; absent: 50, five minutes at 1.2 Mbit/s. */
    filmMegabytes: z.int().min(1).max(120).optional(),
    /** A reviewed standard map beside the figures of districts. */
    map: approvedMapSchema.optional(),
    paper: paperSettingsSchema.optional(),
    /** The approver's name stands beside the document of an approval; else the office and the paper alone. */
    approverNames: z.literal(true).optional(),
    /** Persons, employers and deeds are invented: every page says so and asks robots to stay away. */
    sample: z.literal(true).optional(),
    /** The instant at which a sample stands still. */
    sampleClock: instantSchema.optional(),
  })
  .superRefine((site, context) => {
    if (site.sample === undefined && site.sampleClock !== undefined) {
      context.addIssue({ code: 'custom', path: ['sampleClock'], params: { code: 'sample-clock-without-sample' } });
    }
    if (site.sample && site.sampleClock === undefined) {
      context.addIssue({ code: 'custom', path: ['sample'], params: { code: 'sample-without-clock' } });
    }
  });

export type SiteSettings = z.infer<typeof siteSettingsSchema>;
