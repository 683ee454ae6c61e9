import { createHash } from 'node:crypto';
import { parseLicence } from './licence.ts';
import { idOf, type Material, type Materials } from './materials.ts';

/**
 * A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the same lock gives the same bytes, unless an instant is
 * given to be written down.
 * @param lockSha256 of the lock's bytes, in hex: the ledger of a release names the same digest
 * @param now in milliseconds
 */
export function cycloneDx({ product, parts }: Materials, lockSha256: string, now?: number): string {
  const [own, purls] = [purlOf(product), new Map([product, ...parts].map((one) => [idOf(one), purlOf(one)]))];
  const bom = {
    version: 1,
    metadata: {
      ...(now !== undefined && { timestamp: new Date(now).toISOString() }),
      lifecycles: [{ phase: 'build' }],
      tools: { components: [{ type: 'application', name: `${product.name} sbom`, version: product.version }] },
      component: { ...componentOf(product), type: 'application', scope: undefined },
      properties: [{ name: `${product.name}:package-lock:sha256`, value: lockSha256 }],
    },
    components: parts.map(componentOf),
    dependencies: [product, ...parts].map((one) => ({
      ref: purlOf(one),
      dependsOn: one.uses.flatMap((id) => purls.get(id) ?? []).filter((purl) => purl !== own),
    })),
  };
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(bom)),
  };
  return `${JSON.stringify({ ...head, ...bom }, null, 2)}\n`;
}

/** https://github.com/package-url/purl-spec: the sign before a scope is escaped, the slash behind it is not. */
function purlOf({ name, version }: Pick<Material, 'name' | 'version'>): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return `pkg:npm/${path}@${encodeURIComponent(version)}`;
}

function componentOf(material: Material): Record<string, unknown> {
  const { name, version, scope, integrity, licence } = material;
  const [, group, own = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  return {
    type: 'library',
    'bom-ref': purlOf(material),
    ...(group !== undefined && { group }),
    name: own,
    version,
    scope,
    ...(integrity.length > 0 && { hashes: integrity.map(hashOf) }),
    ...(licence !== undefined && { licenses: [licenceOf(licence)] }),
    purl: purlOf(material),
  };
}

function hashOf(integrity: string): { alg: string; content: string } {
  const [kind = '', base64 = ''] = integrity.split(/-(.*)/s);
  return { alg: `SHA-${kind.slice('sha'.length)}`, content: Buffer.from(base64, 'base64').toString('hex') };
}

/** What is no expression is a name of its own, not an identifier that nobody knows. */
function licenceOf(licence: string): object {
  const parsed = parseLicence(licence);
  if (!parsed) return { license: { name: licence } };
  return 'id' in parsed && !parsed.id.includes(' ') ? { license: { id: parsed.id } } : { expression: licence };
}

/** A UUID made of the contents (version 8 of RFC 9562): another bill has another number, the same one the same. */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
