import { importAddedTexts } from './import-added.ts';
import { importEnvelopeTexts } from './import-envelope.ts';
import { importFileTexts } from './import-file.ts';
import { importNamesTexts } from './import-names.ts';
import { importPeopleTexts } from './import-people.ts';
import { importSeenTexts } from './import-seen.ts';
import { importTableTexts } from './import-table.ts';

/** What stops or accompanies a roster on its way in: the file, its cells, its people. */
export const importTexts = {
  ...importFileTexts,
  ...importEnvelopeTexts,
  ...importSeenTexts,
  ...importTableTexts,
  ...importNamesTexts,
  ...importPeopleTexts,
  ...importAddedTexts,
} as const;
