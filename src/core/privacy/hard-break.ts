/** Stands between pieces of text that have nothing to do with each other: no number reaches across it. A noncharacter of Unicode. */
export const HARD_BREAK = '\uFDD0';
