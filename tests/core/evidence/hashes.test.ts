import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { fromBase64, hex, utf8 } from '#core/evidence/bytes.ts';
import { isSignedBy } from '#core/evidence/ed25519.ts';
import { merkleRoot } from '#core/evidence/merkle.ts';
import { sha256 } from '#core/evidence/sha256.ts';
import { sha512 } from '#core/evidence/sha512.ts';
import { chanceFrom } from '#tests/campaigns/random.ts';
import { there } from '#tests/there.ts';

const chance = chanceFrom(8);
const randomBytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => chance.below(256));
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe('hashes of our own', () => {
  it('agree with OpenSSL at every length around a block', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = randomBytes(length);
      assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'));
      assert.equal(hex(sha512(bytes)), createHash('sha512').update(bytes).digest('hex'));
    }
  });
  it('agree over a long text', () => {
    const bytes = randomBytes(300_001);
    assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('Ed25519 of our own', () => {
  // RFC 8032, section 7.1, tests 1 to 3.
  for (const [key, message, signature] of [
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ] as const) {
    it(`accepts the vector of ${message || 'nothing'}`, () => {
      assert.ok(isSignedBy(bytesOf(key), bytesOf(message), bytesOf(signature)));
    });
  }
  it('accepts what OpenSSL signs, and nothing that differs in a bit', () => {
    for (let tries = 0; tries < 40; tries += 1) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const key = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
      const message = randomBytes(chance.below(200));
      const signature = Uint8Array.from(sign(null, message, privateKey));
      assert.ok(isSignedBy(key, message, signature));
      const flip = (bytes: Uint8Array): Uint8Array => {
        const at = chance.below(bytes.length);
        return bytes.with(at, there(bytes[at]) ^ (1 << chance.below(8)));
      };
      assert.ok(!isSignedBy(key, message, flip(signature)));
      assert.ok(!isSignedBy(flip(key), message, signature));
      if (message.length > 0) assert.ok(!isSignedBy(key, flip(message), signature));
    }
  });
  it('refuses a second spelling of the same signature: s and s + L', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    const signature = Uint8Array.from(sign(null, utf8('公示'), privateKey));
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = signature.subarray(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order;
    const forged = Uint8Array.from([
      ...signature.subarray(0, 32),
      ...Array.from({ length: 32 }, (_, at) => Number((s >> BigInt(8 * at)) & 255n)),
    ]);
    assert.ok(!isSignedBy(key, utf8('公示'), forged));
    assert.ok(!isSignedBy(key, utf8('公示'), signature.subarray(0, 63)));
    assert.ok(!isSignedBy(new Uint8Array(32).fill(255), utf8('公示'), signature));
  });
});

describe('the root of RFC 6962', () => {
  // The reference values of the certificate-transparency test suite: eight leaves, and the roots after each.
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(bytesOf);
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  for (const [size, root] of roots.entries()) {
    it(`of ${size} leaves`, () => assert.equal(hex(merkleRoot(leaves.slice(0, size))), root));
  }
});

describe('base64', () => {
  it('has one spelling', () => {
    assert.equal(hex(there(fromBase64('AQ=='))), '01');
    for (const other of ['AR==', 'AQ', 'AQ=', 'A Q==', 'AQ==\n', '-_=='])
      assert.equal(fromBase64(other), undefined, other);
  });
});
