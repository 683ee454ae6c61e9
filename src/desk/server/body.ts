import type { IncomingMessage } from 'node:http';
import { DeskFault } from './faults.ts';

export interface BodyLimits {
  /** Bytes. */
  most: number;
  /** Milliseconds without a single byte. */
  patience: number;
}

/** A form as it was sent: read to its end, or refused. */
export async function formIn(request: IncomingMessage, limits: BodyLimits): Promise<FormData> {
  const type = request.headers['content-type'] ?? '';
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new DeskFault('desk-form');
  const body = await bodyOf(request, limits);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new DeskFault('desk-form');
  }
}

async function bodyOf(request: IncomingMessage, { most, patience }: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > most) throw new DeskFault('desk-too-large');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (fault: DeskFault): void => {
      clearTimeout(timer);
      request.off('data', onData);
      chunks.length = 0;
      reject(fault);
    };
    let timer = setTimeout(() => end(new DeskFault('desk-slow')), patience);
    const onData = (chunk: Buffer): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(new DeskFault('desk-slow')), patience);
      size += chunk.length;
      if (size > most) end(new DeskFault('desk-too-large'));
      else chunks.push(chunk);
    };
    request.on('data', onData);
    request.once('end', () => {
      clearTimeout(timer);
      resolve(Uint8Array.from(Buffer.concat(chunks)));
    });
    request.once('error', () => end(new DeskFault('desk-cut-off')));
    request.once('aborted', () => end(new DeskFault('desk-cut-off')));
  });
}
