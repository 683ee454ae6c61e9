/** Private values, each recognised by a detector of its own. */
export const VALUE_KINDS = [
  'identity-number',
  'mobile-number',
  'telephone',
  'bank-card',
  'passport',
  'permit',
  'driving-licence',
  'officer-card',
  'plate',
  'home-address',
  'birth-date',
  'email',
  'qq',
  'wechat',
  'web-account',
  'wallet',
  'social-security',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What is wrong with a file as such. */
export const FILE_KINDS = ['image-metadata', 'unknown-binary', 'unreadable', 'waiver-unused'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export type PrivacyKind = ValueKind | FileKind;

/** A private value found in a text. */
export interface Hit {
  kind: ValueKind;
  /** Normalised: bare digits, lower case, no white space. Leaves the program only masked or as a digest. */
  value: string;
  /** Offsets in the text looked at. */
  start: number;
  end: number;
}
