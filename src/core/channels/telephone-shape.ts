import { z } from 'zod';
import { readTelephones, type TelephoneNumber } from './telephone-number.ts';

/** The fields in which a telephone or fax number is written, together or apart. */
export const telephoneShape = {
  /** `5190816`, `0631-5190816`, `12345`, `0571-88888888转801`, `5190816、5190817`. */
  number: z
    .string()
    .max(120)
    .refine((text) => readTelephones(text) !== undefined, { params: { code: 'not-a-telephone' } }),
  areaCode: z
    .string()
    .regex(/^0\d{2,3}$/)
    .optional(),
  /** 分机, of a single number. */
  extension: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
};

interface Telephones {
  number: string;
  areaCode?: string | undefined;
  extension?: string | undefined;
}

/** The numbers of a channel that the schema has let through. */
export function numbersOf({ number, areaCode, extension }: Telephones): TelephoneNumber[] {
  const numbers = readTelephones(number, areaCode) ?? [];
  // The area code stands apart: 0531 and 12380 are one number of that city.
  return numbers.map((one) => ({
    ...(one.form === 'short' && areaCode !== undefined ? { ...one, areaCode } : one),
    ...(extension !== undefined && { extension }),
  }));
}

/** An area code or an extension may be written in the number or beside it, and only where there is one. */
export function areaCodeTwice(channel: Telephones): { code: string; field: string }[] {
  const numbers = readTelephones(channel.number) ?? [];
  const fitted = numbers.every(
    (one) => (one.form === 'landline' || one.form === 'short') && one.areaCode === undefined,
  );
  const single = numbers.every((one) => one.form !== 'short' && one.form !== 'mobile' && one.extension === undefined);
  return [
    ...(channel.areaCode === undefined || fitted ? [] : [{ code: 'area-code-twice', field: 'areaCode' }]),
    ...(channel.extension === undefined || (single && numbers.length === 1)
      ? []
      : [{ code: 'extension-twice', field: 'extension' }]),
  ];
}
