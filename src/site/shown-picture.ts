/** A picture as a page shows it; addresses are of the site, and the colour stands there before it comes. */
export interface ShownPicture {
  /** Its id on the page, by which the styles of this page know it. */
  anchor: string;
  sources: { address: string; width: number }[];
  width: number;
  height: number;
  colour: string;
}

export interface ShownPortrait extends ShownPicture {
  avif: string | undefined;
  focus: string | undefined;
}

export interface ShownFilm {
  poster: ShownPicture;
  width: number;
  height: number;
  /** In seconds. */
  duration: number;
  transcript: readonly string[];
}

/** What of a profile lies in files, ready to be shown. */
export interface Showcase {
  portrait: ShownPortrait | undefined;
  film: ShownFilm | undefined;
  process: ShownPicture[];
  works: ShownPicture[];
  /** Rules of this page alone: its policy knows styles by their digest, and none in an attribute. */
  styles: string;
}
