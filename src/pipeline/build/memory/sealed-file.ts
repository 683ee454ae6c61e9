import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const SEAL_BYTES = 32;

/**
 * What was written under the same name with the same key: a byte of it changed, another file put in its place, one cut short are as if
 * nothing were there. Nothing is unpacked before its seal holds.
 */
export async function readSealed<T>(file: string, key: Buffer): Promise<T | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined || bytes.length < SEAL_BYTES) return undefined;
  const [seal, body] = [bytes.subarray(0, SEAL_BYTES), bytes.subarray(SEAL_BYTES)];
  if (!timingSafeEqual(seal, sealOf(file, body, key))) return undefined;
  try {
    return deserialize(body) as T;
  } catch {
    // Of another version of Node.
    return undefined;
  }
}

/** Whole or not at all, since two builds may share the folder. */
export async function writeSealed(file: string, key: Buffer, value: unknown): Promise<void> {
  const body = serialize(value);
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, Buffer.concat([sealOf(file, body, key), body]));
  await rename(beside, file).catch(async (error: unknown) => {
    await rm(beside, { force: true });
    throw error;
  });
}

function sealOf(file: string, body: Uint8Array, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(`${basename(file)}\0`)
    .update(body)
    .digest();
}
