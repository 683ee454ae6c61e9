import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { timeStamp } from '#pipeline/observe/time-stamp.ts';
import { aFolder } from '#tests/office.ts';
import { missing } from '#tests/system-program.ts';

/** A time stamping authority of our own: openssl answers behind a server on the loopback. */
let folder: string;
let authority: string;
let stop: () => void;

const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

async function startAuthority(): Promise<void> {
  folder = await aFolder();
  await writeFile(
    join(folder, 'tsa.cnf'),
    `[req]
distinguished_name = name
x509_extensions = tsa
prompt = no
[name]
CN = Sample time stamping authority
[tsa]
extendedKeyUsage = critical,timeStamping
[tsa_config]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
certs = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
`,
  );
  await writeFile(join(folder, 'serial'), '01\n');
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-config',
    'tsa.cnf',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.pem',
  );
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/broken') return response.writeHead(503).end();
      writeFileSync(join(folder, 'query.tsq'), Buffer.concat(parts));
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-section',
        'tsa_config',
        '-queryfile',
        'query.tsq',
        '-out',
        'reply.tsr',
      );
      const reply = readFileSync(join(folder, 'reply.tsr'));
      return response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  authority = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  stop = () => server.close();
}

describe('a time stamp of RFC 3161', { skip: missing('openssl') }, () => {
  before(startAuthority);
  after(() => stop());

  it('is one that openssl verifies over the file, and over no other', async () => {
    const file = join(folder, 'checkpoint');
    await writeFile(file, 'jiangbang.example.org\n3\n');
    const answer = await timeStamp(file, `${authority}/`);
    assert.equal(answer, `${file}.tsr`);
    const verify = () => openssl('ts', '-verify', '-data', file, '-in', answer, '-CAfile', 'tsa.pem');
    assert.match(verify(), /Verification: OK/);
    assert.ok((await readFile(answer)).length > 500);
    await writeFile(file, 'jiangbang.example.org\n4\n');
    assert.throws(verify);
  });

  it('that is not given is said so', async () => {
    const file = join(folder, 'report');
    await writeFile(file, 'a');
    for (const address of [`${authority}/broken`, 'http://127.0.0.1:9/']) {
      await assert.rejects(
        timeStamp(file, address),
        (error) => error instanceof Refusal && error.code === 'time-stamp-failed',
      );
    }
  });
});
