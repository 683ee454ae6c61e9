import { z } from 'zod';

/** package-lock.json as far as a bill of materials reads it; npm adds keys with every version. */
const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  link: z.boolean().default(false),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
});
const lockSchema = z.object({
  lockfileVersion: z.union([z.literal(2), z.literal(3)]),
  packages: z.record(z.string(), packageSchema),
});

type LockedPackage = z.output<typeof packageSchema>;

/** One place of the tree of `node_modules`. */
export interface Place {
  /** `node_modules/astro`; empty for the product itself. */
  path: string;
  name: string;
  locked: LockedPackage;
}

/** By path. `undefined` where the text is no lock of npm 7 or later. */
export function readLock(text: string): Map<string, Place> | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = lockSchema.safeParse(data);
  const root = parsed.data?.packages[''];
  if (!parsed.success || root?.name === undefined || root.version === undefined) return undefined;
  const places = Object.entries(parsed.data.packages).map(([path, locked]): [string, Place] => {
    // An alias (`npm:other@1`) lies in a folder of another name than its own.
    const name = locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [path, { path, name, locked }];
  });
  return new Map(places);
}

/** What a package asks for; `needed` where an installation without it is broken. */
export function wantsOf({ path, locked }: Place): { name: string; needed: boolean }[] {
  const optional = Object.keys(locked.optionalDependencies);
  const all = new Map<string, boolean>();
  for (const name of Object.keys(locked.peerDependencies)) {
    all.set(name, locked.peerDependenciesMeta[name]?.optional !== true);
  }
  for (const name of Object.keys(path === '' ? locked.devDependencies : {})) all.set(name, true);
  for (const name of Object.keys(locked.dependencies)) all.set(name, true);
  for (const name of optional) all.set(name, false);
  return [...all].map(([name, needed]) => ({ name, needed }));
}

/** Where Node finds a package from a place: in its own `node_modules`, then in those around it. */
export function resolved(places: ReadonlyMap<string, Place>, from: string, name: string): Place | undefined {
  let folder = from;
  for (;;) {
    const found = places.get(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
    if (found || folder === '') return found;
    const inner = folder.lastIndexOf('/node_modules/');
    folder = inner < 0 ? '' : folder.slice(0, inner);
  }
}
