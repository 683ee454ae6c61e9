import type { Screen } from '#desk/frame/screen.ts';
import { homeScreen } from './home.ts';

/** Every screen, in the order of the menu. To add one: its file beside this, and its line here. */
export const SCREENS: readonly Screen[] = [homeScreen];
