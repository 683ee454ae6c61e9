/** A record as a file of the content has it. */
export function jsonFile(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
