import type { Programme } from '#core/programme/programme.ts';
import { chineseSource } from '#core/records/source-title.ts';
import { type Column, columnsFor, EXAMPLE_ID, fieldColumn } from '#core/roster/columns.ts';
import { columnLetters } from '#core/roster/grid.ts';
import { rosterSheet } from './roster-sheet.ts';
import { type Choices, EXPLANATION_SHEET, ROSTER_SHEET, workbook, type WorkbookSheet } from './workbook.ts';

const ROWS_TO_FILL = 300;
/** The lists stand to the right of the explanations, one column each. */
const FIRST_LIST_COLUMN = 4;

/** A blank roster with exactly the programme's columns. `nominatingBodies`: of the round it is for, where that is known. */
export function template(programme: Programme, nominatingBodies: readonly string[]): Promise<Uint8Array> {
  const columns = columnsFor(programme).map((column) =>
    column.key === 'nominatingBody' && nominatingBodies.length > 0
      ? { ...column, choices: [...nominatingBodies], help: '从下拉列表选择。' }
      : column,
  );
  const roster = rosterSheet(columns, [columns.map((column) => example(column, programme))], ROWS_TO_FILL);
  return workbook([roster, explanations(programme, columns)], listPlaces(columns));
}

function explanations(programme: Programme, columns: readonly Column[]): WorkbookSheet {
  const lists = columns.filter(({ choices }) => choices);
  const longest = Math.max(0, ...lists.map(({ choices = [] }) => choices.length));
  const text = [
    [
      '本表',
      `${programme.name}名单汇总表，依据${chineseSource(programme.source)}。一人一行，在“${ROSTER_SHEET}”里填写。`,
      '',
    ],
    ['示例行', `第一列写着“${EXAMPLE_ID}”的一行只供参考，导入时自动跳过，可以留着，也可以删去。`, ''],
    ['不要写的', '身份证号、手机号、住址、出生日期、银行账号等不公开的信息不要写进本表的任何一处。', ''],
    ['表头', '列的次序可以调整，用不着的列可以删去；表头的文字请不要改。', ''],
    ...columns.map(({ header, help, required }) => [header, help, required ? '必填' : '']),
  ];
  const rows = Array.from({ length: Math.max(text.length, longest) }, (_, row) => [
    ...(text[row] ?? ['', '', '']),
    '',
    ...lists.map(({ choices = [] }) => choices[row] ?? ''),
  ]);
  return {
    name: EXPLANATION_SHEET,
    columns: [
      { header: '列', width: 18 },
      { header: '怎么填', width: 60 },
      { header: '必填', width: 8 },
      { header: '', width: 4 },
      ...lists.map(({ header }) => ({ header: `下拉列表：${header}`, width: 28 })),
    ],
    rows,
  };
}

function listPlaces(columns: readonly Column[]): Choices {
  const lists = columns.filter(({ choices }) => choices);
  return new Map(
    lists.map(({ header, choices = [] }, index) => {
      const letter = columnLetters(FIRST_LIST_COLUMN + index);
      return [header, `'${EXPLANATION_SHEET}'!$${letter}$2:$${letter}$${choices.length + 1}`];
    }),
  );
}

/** Nobody's row: every value says what belongs there, and those from a list are on it. */
function example({ key, choices }: Column, programme: Programme): string {
  if (key.startsWith('text:')) return '这里写全文。\n格内换行即另起一段。';
  const { example = '' } = fieldColumn(key)?.column ?? { example: EXAMPLE_ID };
  // What depends on the programme is said by the field; a fixed example gives way to a value that is on the list.
  return typeof example === 'function' ? example(programme) : (choices?.[0] ?? example);
}
