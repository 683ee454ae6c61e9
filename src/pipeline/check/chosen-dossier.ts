import { calendarOf, type Content, type Dossier } from '#core/records/content.ts';
import { unknownRound } from '#pipeline/content/chosen-round.ts';
import { dossiers } from './check-content.ts';

/** A round with its programme, the calendar and the rounds before it, as the rules see it; refuses one that is not there. */
export function chosenDossier(content: Content | undefined, id: string): Dossier {
  const all = content ? dossiers(content, calendarOf(content, content.site.data.regionalCalendar)) : [];
  const found = all.find(({ folder }) => folder.id === id);
  if (!found) throw unknownRound(content, id);
  return found;
}
