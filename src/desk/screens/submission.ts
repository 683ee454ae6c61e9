import { z } from 'zod';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Html } from '#core/formats/html.ts';
import type { Reply } from '#desk/frame/screen.ts';
import { fileNameOf, type StateFolder } from '#desk/frame/state-folder.ts';
import type { Ran } from '#desk/frame/verbs.ts';
import { queryOf, type SignedItem } from './signed-items.ts';

const submissionSchema = z.object({
  /** An instant, in milliseconds. */
  at: z.number(),
  /** Of what stands on the sheet. */
  digest: z.string(),
  fields: z.object({
    body: z.string(),
    document: z.string(),
    date: z.string(),
    approver: z.string(),
    office: z.string(),
    again: z.string(),
  }),
  sheet: z.tuple([z.string(), z.string()]),
});

/** A sheet that was handed over to the second person: kept at the desk, for it is nobody's approval yet. */
export type Submission = z.infer<typeof submissionSchema>;

const fileOf = (round: string, item: SignedItem, ending: string): [string, string] => [
  'submissions',
  `${fileNameOf(queryOf(round, item))}.${ending}`,
];

export async function submissionOf(
  state: StateFolder,
  round: string,
  item: SignedItem,
): Promise<Submission | undefined> {
  const text = await state.read(...fileOf(round, item, 'json'));
  const read = submissionSchema.safeParse(text === undefined ? undefined : JSON.parse(text));
  return read.data;
}

/** Makes the sheet and writes down who handed it over. */
export async function submit(
  state: StateFolder,
  round: string,
  item: SignedItem,
  fields: Record<string, string>,
  at: Instant,
  proof: (out: string) => Promise<Ran | { fault: Html }>,
): Promise<Reply> {
  const sheet = fileOf(round, item, 'html');
  const ran = await proof(state.path(...sheet));
  if ('fault' in ran) return { kind: 'again', fault: ran.fault };
  const { digest } = z.object({ digest: z.string() }).parse(ran.json);
  await state.write(
    `${JSON.stringify(submissionSchema.parse({ at, digest, fields, sheet }))}\n`,
    ...fileOf(round, item, 'json'),
  );
  const query = queryOf(round, item);
  return {
    kind: 'done',
    title: `校样已出：${item.title}`,
    // What the verb says of the sheet has its fingerprint in it, which is for the paper alone.
    ran: { ...ran, text: '校样已经出好。请打开、打印，交给另一个人照着复核。' },
    next: [
      { href: `/sheet?${query}`, label: '打开校样，打印出来签字' },
      { href: `/sheet?${query}&save=1`, label: '存成送审包，交给另一台电脑上的复核人' },
      { href: `/review?${query}`, label: '复核人看过校样以后，在这里输入指纹和姓名' },
    ],
  };
}

export async function dropSubmission(state: StateFolder, round: string, item: SignedItem): Promise<void> {
  await state.remove(...fileOf(round, item, 'json'));
}
