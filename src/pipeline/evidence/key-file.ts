import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  scryptSync,
  sign,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { base64 } from '#core/evidence/bytes.ts';
import { rotationText } from '#core/evidence/key-history.ts';
import { formatKey, parseKey, type VerifierKey } from '#core/evidence/signed-note.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Cost of guessing one passphrase: 128 MB and about half a second. Node's own encrypted PEM hashes 2,048 times, which is nothing. */
const COST = 2 ** 17;

const keyFileSchema = z.strictObject({
  kind: z.literal('jiangbang-key'),
  /** The public half, as it stands on the site. */
  key: z.string(),
  made: z.string(),
  /** The day from which it signs no more. */
  revoked: z.string().optional(),
  /** Of the key before, in whose place this one is put. */
  handover: z.strictObject({ from: z.string(), signature: z.string() }).optional(),
  secret: z.strictObject({
    kdf: z.literal('scrypt'),
    cost: z
      .int()
      .min(2)
      .max(2 ** 20),
    salt: z.string(),
    nonce: z.string(),
    /** AES-256-GCM over the 32 bytes of the seed, with its tag. */
    sealed: z.string(),
  }),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Somebody who can sign, once the passphrase was right. */
export interface Signer {
  key: VerifierKey;
  sign(message: Uint8Array): Uint8Array;
  revoked: boolean;
  handover: { from: string; signature: string } | undefined;
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function makeKey(name: string, passphrase: string, made: string, cost = COST): KeyFile {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const key = formatKey({
    name,
    publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
  });
  return { kind: 'jiangbang-key', key, made, secret: locked(seed, passphrase, cost) };
}

/** The same key under another passphrase. */
export function protectAnew(file: KeyFile, passphrase: string, next: string, cost = COST): KeyFile {
  return { ...file, secret: locked(unlocked(file, passphrase), next, cost) };
}

/** A new key which the old one hands over to. */
export function rotateKey(old: KeyFile, passphrase: string, next: string, made: string, cost = COST): KeyFile {
  const signer = signerOf(old, passphrase);
  const fresh = makeKey(signer.key.name, next, made, cost);
  return { ...fresh, handover: { from: old.key, signature: base64(signer.sign(rotationText(publicKeyOf(fresh)))) } };
}

export function signerOf(file: KeyFile, passphrase: string): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, unlocked(file, passphrase)]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    key: publicKeyOf(file),
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
    revoked: file.revoked !== undefined,
    handover: file.handover,
  };
}

export async function readKeyFile(path: string): Promise<KeyFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal('key-missing', `读不到密钥文件 ${path}。请核对 --key，或者插好存放密钥的盘。`);
  });
  const damaged = new Refusal('key-damaged', `${path} 不是完整的密钥文件。请换用另一份备份。`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw damaged;
  }
  const file = keyFileSchema.safeParse(parsed);
  if (!file.success || !parseKey(file.data.key)) throw damaged;
  return file.data;
}

/** A key file was made here or has been through `readKeyFile`: its key can be read. */
function publicKeyOf(file: KeyFile): VerifierKey {
  const key = parseKey(file.key);
  if (!key) throw new Error('a key file whose key nobody can read');
  return key;
}

function locked(seed: Uint8Array, passphrase: string, cost: number): KeyFile['secret'] {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', derived(passphrase, salt, cost), nonce);
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  return { kdf: 'scrypt', cost, salt: text(salt), nonce: text(nonce), sealed: text(sealed) };
}

function unlocked({ secret: { cost, salt, nonce, sealed } }: KeyFile, passphrase: string): Buffer {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const key = derived(passphrase, Buffer.from(salt, 'base64'), cost);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  } catch {
    throw new Refusal('key-passphrase', '口令不对，或者密钥文件已经损坏。请重新输入口令；仍然不行，请换用另一份备份。');
  }
}

function derived(passphrase: string, salt: Buffer, cost: number): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 });
}
