import type { PersonGroup, PersonRow } from '#site/person-row.ts';
import type { Attachment, AttachmentRow } from './document.ts';

/** The list as the page tables it: number, name, employer, trade and level, deeds; a column that nobody fills is left out. */
export function listAttachment(title: string, note: string, groups: readonly PersonGroup[]): Attachment {
  const rows = groups.flatMap((group) => group.rows);
  const columns = COLUMNS.filter(({ needed, text }) => needed || rows.some((row) => text(row) !== ''));
  return {
    title,
    note,
    columns: columns.map(({ head, kind }) => ({ head, kind })),
    groups: groups.map(({ heading, rows: own }) => ({
      title: heading,
      rows: own.map((row): AttachmentRow => ({
        cells: columns.map(({ text }) => text(row)),
        gone: row.gone,
        mark: row.mark,
      })),
    })),
  };
}

/** Four columns of short text fit upright; deeds ask for the long side. */
export function isWide({ columns }: Attachment): boolean {
  return columns.some(({ kind }) => kind === 'long') || columns.length > 4;
}

interface Column {
  head: string;
  kind: Attachment['columns'][number]['kind'];
  needed: boolean;
  text(this: void, row: PersonRow): string;
}

const COLUMNS: readonly Column[] = [
  { head: '序号', kind: 'number', needed: true, text: ({ position }) => String(position) },
  { head: '姓名', kind: 'name', needed: true, text: ({ name }) => name },
  { head: '工作单位', kind: 'text', needed: true, text: ({ employer }) => employer },
  {
    head: '工种、等级',
    kind: 'text',
    needed: false,
    text: ({ trade, level }) => [trade, level ?? ''].filter((word) => word !== '').join(' · '),
  },
  { head: '主要事迹', kind: 'long', needed: false, text: ({ summary }) => summary },
];
