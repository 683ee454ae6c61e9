import { z } from 'zod';
import { noColumns } from '../cell.ts';
import { field } from '../field.ts';
import { pictureSchema, pictureWords } from '../media-file.ts';

const parts = { file: '文件', caption: '说明', alt: '文字说明', credit: '署名', consent: '同意方式' };
const inFile =
  '{ file: "process-1.jpg", caption: "看焊道：先用眼睛找不匀的鳞。", alt: "…", credit: "…", consent: "…" }';

/** The making, and what was made. The files lie beside the record; a sheet has no column for them. */
export const pictures = [
  field({
    key: 'process',
    shape: z
      .array(pictureSchema)
      .default([])
      .refine((all) => all.length === 0 || (all.length >= 3 && all.length <= 6), { params: { code: 'process-count' } }),
    of: 'everybody',
    words: '工序',
    parts,
    inWords: (value) => value,
    inFile,
    need: 'optional',
    onForms: false,
    extract: false,
    mergedApart: false,
    sheet: { columns: noColumns() },
    proof: { among: 'lists', text: (all) => all.map(pictureWords).join('；') },
    approved: true,
    profile: 'own-layout',
    fades: true,
    openData: 'none',
  }),
  field({
    key: 'works',
    shape: z.array(pictureSchema).max(3).default([]),
    of: 'everybody',
    words: '作品',
    parts,
    inWords: (value) => value,
    inFile: inFile.replace('process-1', 'work-1').replace('看焊道：先用眼睛找不匀的鳞。', '缺陷试块，2019年'),
    need: 'optional',
    onForms: false,
    extract: false,
    mergedApart: false,
    sheet: { columns: noColumns() },
    proof: { among: 'lists', text: (all) => all.map(pictureWords).join('；') },
    approved: true,
    profile: 'own-layout',
    fades: true,
    openData: 'none',
  }),
] as const;
