import { calendarOf, type Content, type Dossier } from '#core/records/content.ts';
import { chosenRound } from '#pipeline/content/chosen-round.ts';
import { dossiers } from './check-content.ts';

/** A round with its programme, the calendar and the rounds before it, as the rules see it; refuses one that is not there. */
export function chosenDossier(content: Content | undefined, id: string): Dossier {
  const { folder } = chosenRound(content, id);
  const calendar = calendarOf(content!, content!.site.data.regionalCalendar);
  return dossiers(content!, calendar).find((dossier) => dossier.folder === folder)!;
}
