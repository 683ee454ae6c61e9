import { craft } from './craft.ts';
import { mastery, summary, teaching } from './deeds.ts';
import { grounds } from './grounds.ts';
import { honours } from './honours.ts';
import { nomination } from './nomination.ts';
import { patents } from './patents.ts';
import { person } from './person.ts';
import { photo } from './photo.ts';
import { skill } from './skill.ts';
import { work } from './work.ts';

/** Every field of a person, as the office reads a record: who, where, what, on whose word, and what for. */
export const FIELDS = [
  ...person,
  ...work,
  ...skill,
  ...nomination,
  ...grounds,
  ...summary,
  honours,
  ...mastery,
  patents,
  ...teaching,
  photo,
  craft,
] as const;
