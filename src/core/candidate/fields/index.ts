import { craft } from './craft.ts';
import { mastery, summary, teaching } from './deeds.ts';
import { figures } from './figures.ts';
import { film } from './film.ts';
import { grounds } from './grounds.ts';
import { honours } from './honours.ts';
import { lineage } from './lineage.ts';
import { nomination } from './nomination.ts';
import { patents } from './patents.ts';
import { person } from './person.ts';
import { photo } from './photo.ts';
import { pictures } from './pictures.ts';
import { quote } from './quote.ts';
import { skill } from './skill.ts';
import { timeline } from './timeline.ts';
import { work } from './work.ts';

/** Every field of a person, as the office reads a record: who, where, what, on whose word, what for, and what of it can be seen. */
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
  quote,
  figures,
  timeline,
  lineage,
  film,
  ...pictures,
] as const;
