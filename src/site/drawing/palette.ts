/** The colours of `tokens.css` for a picture in a file of its own, which cannot read them. `tests/site/drawing` holds the two together. */
export const LIGHT = {
  sheet: '#fffefc',
  ink: '#1d1d1f',
  grey: '#504d47',
  line: '#d8d2c4',
  wash: '#f4f0e6',
  bronze: '#7a5a1e',
} as const;

export const DARK: Record<keyof typeof LIGHT, string> = {
  sheet: '#1f1f23',
  ink: '#ece9e2',
  grey: '#bdb8ad',
  line: '#47454a',
  wash: '#29282a',
  bronze: '#c79a4b',
};
