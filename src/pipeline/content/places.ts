/** What this program keeps in a content folder besides content, while it works; all of it gone when nothing is under way. */
export const LOCK = '.jiangbang-lock';
/** The folder of a change that is under way. */
export const CHANGE = '.jiangbang-change';

/** Whether a name at the root of a content folder is one of these: no reader takes it for content. */
export function isOwnPlace(name: string): boolean {
  return name === CHANGE || /^\.jiangbang-lock(?:-(?:after-)?[0-9a-f]{16})*$/.test(name);
}
