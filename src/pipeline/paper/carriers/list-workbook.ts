import { workbook } from '#pipeline/intake/sheet/workbook.ts';
import type { Attachment } from '#pipeline/paper/documents/document.ts';

/** The list as the page tables it, one line a person; a list in groups says in front which. */
export function listWorkbook({ title, columns, groups }: Attachment): Promise<Uint8Array> {
  const grouped = groups.some((group) => group.title !== undefined);
  const widths = { number: 6, name: 14, text: 30, long: 60 } as const;
  return workbook([
    {
      name: [...title]
        .slice(0, 31)
        .join('')
        .replace(/[\\/?*[\]:]/g, ' '),
      columns: [
        ...(grouped ? [{ header: '档次', width: 20 }] : []),
        ...columns.map(({ head, kind }) => ({ header: head, width: widths[kind] })),
        ...(groups.some(({ rows }) => rows.some(({ mark }) => mark !== undefined))
          ? [{ header: '变化', width: 30 }]
          : []),
      ],
      rows: groups.flatMap((group) =>
        group.rows.map(({ cells, gone, mark }) => [
          // The count behind it belongs to the heading of a page.
          ...(grouped ? [(group.title ?? '').replace(/（\d+[^（）]*）$/, '')] : []),
          ...(gone === undefined ? cells : [cells[0] ?? '', gone, ...columns.slice(2).map(() => '')]),
          ...(mark === undefined ? [] : [mark]),
        ]),
      ),
    },
  ]);
}
