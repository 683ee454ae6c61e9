import type { PublicRecord } from '#core/records/public-record.ts';

/** Where in a person's record another name than the own may stand: everything but the name itself, its reading and links. */
export function formerNameFields(record: PublicRecord): string[] {
  return Object.keys(record).filter((field) => !/^(?:name|listed\.name|pinyin)$|\.(?:links\.\d+|heading)$/.test(field));
}
