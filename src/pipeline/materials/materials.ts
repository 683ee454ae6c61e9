import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isAllowed, parseLicence, READ_BY_HAND } from './licence.ts';
import { type Place, resolved, wantsOf } from './lock-file.ts';

/** How a package takes part: `excluded` serves development alone. */
export type Scope = 'required' | 'optional' | 'excluded';

/** One package in one version, however often it lies in the tree. */
export interface Material {
  name: string;
  version: string;
  scope: Scope;
  /** As the lock has them: `sha512-…`, in base64. */
  integrity: string[];
  /** As declared or read by hand; absent where nothing says it. */
  licence?: string;
  /** `name@version` of what it uses, sorted. */
  uses: string[];
}

export interface Materials {
  product: Material;
  /** Sorted by name and version. */
  parts: Material[];
  findings: Finding[];
}

/**
 * Every package of a lock, what it is used for and what it uses in turn.
 * @param installed what an installed package says of its licence, asked only where the lock is silent
 */
export function materialsOf(
  places: ReadonlyMap<string, Place>,
  installed: (path: string) => string | undefined,
): Materials {
  const findings: Finding[] = [];
  const found = new Map<string, Material>();
  const report = (code: Finding['code'], place: Place, args: Finding['args'] = {}): void =>
    void findings.push(finding(code, { file: LOCK, field: place.path }, args));
  for (const place of places.values()) {
    if (place.locked.link) continue;
    const key = keyOf(place);
    const before = found.get(key);
    const material = before ?? {
      name: place.name,
      version: place.locked.version ?? '',
      scope: 'excluded',
      integrity: [],
      uses: [],
    };
    found.set(key, material);
    const digests = place.locked.integrity?.split(/\s+/).filter((one) => DIGEST.test(one)) ?? [];
    if (place.path !== '' && digests.length === 0) report('material-without-digest', place);
    material.integrity = unique([...material.integrity, ...digests]);
    material.scope = SCOPES[Math.min(SCOPES.indexOf(material.scope), SCOPES.indexOf(scopeOf(place)))] ?? 'required';
    for (const { name, needed } of wantsOf(place)) {
      const target = resolved(places, place.path, name);
      const whole = target?.locked.link ? undefined : target;
      if (whole) material.uses = unique([...material.uses, keyOf(whole)]);
      else if (needed) report('material-missing', place, { name });
    }
    if (before) continue;
    const licence = licenceOf(place, installed);
    if (licence !== undefined) material.licence = licence;
    const code = licenceFault(licence);
    if (code !== undefined) report(code, place, { licence: licence ?? '' });
  }
  for (const [key, { says }] of Object.entries(READ_BY_HAND)) {
    const place = [...places.values()].find((one) => keyOf(one) === key);
    if (place && declared(place, installed) !== says) report('licence-reading-stale', place);
  }
  const root = places.get('');
  const product = found.get(root ? keyOf(root) : '');
  if (!product) throw new Error('readLock lets no lock pass without the product');
  const parts = [...found.values()].filter((one) => one !== product).sort((a, b) => compare(idOf(a), idOf(b)));
  return { product, parts, findings };
}

export function idOf({ name, version }: Pick<Material, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

export const LOCK = 'package-lock.json';
const SCOPES = ['required', 'optional', 'excluded'] as const satisfies readonly Scope[];
/** Subresource Integrity, as npm writes it. */
const DIGEST = /^sha(?:1|256|384|512)-[A-Za-z0-9+/]+={0,2}$/;

function keyOf({ name, locked }: Place): string {
  return idOf({ name, version: locked.version ?? '' });
}

/** `devOptional`: used in development, and by something optional. */
function scopeOf({ locked }: Place): Scope {
  if (locked.dev) return 'excluded';
  return locked.optional || locked.devOptional ? 'optional' : 'required';
}

function declared({ path, locked }: Place, installed: (path: string) => string | undefined): string | undefined {
  return locked.license ?? installed(path);
}

function licenceOf(place: Place, installed: (path: string) => string | undefined): string | undefined {
  const says = declared(place, installed);
  const read = READ_BY_HAND[keyOf(place)];
  return read && read.says === says ? read.licence : says;
}

function licenceFault(licence: string | undefined): Finding['code'] | undefined {
  if (licence === undefined || licence.trim() === '') return 'licence-missing';
  const parsed = parseLicence(licence);
  if (!parsed) return 'licence-unclear';
  return isAllowed(parsed) ? undefined : 'licence-not-allowed';
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)].sort(compare);
}

/** By code units, on every machine alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
