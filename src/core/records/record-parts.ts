/** Something made public, field by field: dotted path (`honours.1.year`, `texts.0.text`) → its canonical text. */
export type PublicRecord = Readonly<Record<string, string>>;

/** What of a round is approved beside its people: the order, the window, where and how objections are made, the notice. */
export const PARTS = ['list', 'window', 'publicity', 'notice'] as const;
export type Part = (typeof PARTS)[number];
