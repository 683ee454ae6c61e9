import { base64, fromBase64 } from './bytes.ts';

/** What a checkpoint says of the ledger (C2SP tlog-checkpoint.md): whose it is, how many entries it has, and their root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, encoded, ...rest] = text.split('\n');
  const root = encoded === undefined ? undefined : fromBase64(encoded);
  if (!origin || !/^(?:0|[1-9]\d{0,8})$/.test(size ?? '') || root?.length !== 32 || rest.join('') !== '')
    return undefined;
  return { origin, size: Number(size), root };
}
