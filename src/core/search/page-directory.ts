import type { CharacterPairs } from './people-index.ts';

/** `search/pages.json`: what the search of text needs to begin. */
export interface PageDirectory extends CharacterPairs {
  /** Files of pairs, a power of two. */
  shards: number;
  /** Folders of the index of words, `pagefind/2026`, the latest first. */
  words: string[];
  /** The documents after the people, in the order of their numbers. */
  pages: { address: string; title: string; round?: number }[];
}
