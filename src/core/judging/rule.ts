import type { Finding } from '#core/catalogue/finding.ts';
import type { Content, Dossier } from '#core/records/content.ts';

/** One rule: the name of its file, one sentence that says where it comes from, and the check. */
export interface Rule<Subject = Dossier> {
  name: string;
  description: string;
  /** Of a round with several notices: whether each is asked, the round as the decision sees it, or all of them together. */
  asks?: 'notice' | 'decision' | 'round';
  check: (subject: Subject) => Finding[];
}

/** A rule that looks across programmes and rounds. */
export type SiteRule = Rule<Content>;
