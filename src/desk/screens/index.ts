import type { Screen } from '#desk/frame/screen.ts';
import { actsScreen } from './acts.ts';
import { approvalScreen, sheetScreen } from './approval.ts';
import { calendarScreen } from './calendar.ts';
import { checkScreen } from './check.ts';
import { formsScreen } from './forms.ts';
import { homeScreen } from './home.ts';
import { importProgressScreen, importScreen } from './import/import-screen.ts';
import { newNoticeScreen } from './new-notice.ts';
import { newRoundScreen } from './new-round.ts';
import { newSiteScreen } from './new-site.ts';
import { paperScreen } from './paper/paper.ts';
import { paperFileScreen } from './paper/paper-file.ts';
import { peopleScreen } from './people/people-screen.ts';
import { faceScreen, photosScreen, pictureScreen } from './photos/photos-screen.ts';
import { programmeScreen } from './programme.ts';
import { compareScreen } from './publish/compare.ts';
import { confirmScreen } from './publish/confirm.ts';
import { publishScreen } from './publish/publish.ts';
import { rollbackScreen } from './publish/rollback.ts';
import { recordFileScreen, recordScreen } from './record.ts';
import { resultScreen } from './result.ts';
import { reviewScreen } from './review.ts';
import { takedownScreen } from './takedown.ts';
import { updateScreen } from './update.ts';

/** Every screen, in the order of the menu. To add one: its file beside this, and its line here. */
export const SCREENS: readonly Screen[] = [
  homeScreen,
  newSiteScreen,
  programmeScreen,
  formsScreen,
  newRoundScreen,
  calendarScreen,
  importScreen,
  importProgressScreen,
  photosScreen,
  pictureScreen,
  faceScreen,
  peopleScreen,
  checkScreen,
  approvalScreen,
  sheetScreen,
  reviewScreen,
  actsScreen,
  newNoticeScreen,
  resultScreen,
  takedownScreen,
  publishScreen,
  confirmScreen,
  rollbackScreen,
  compareScreen,
  paperScreen,
  paperFileScreen,
  updateScreen,
  recordScreen,
  recordFileScreen,
];
