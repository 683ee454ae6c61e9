/** The typefaces that pictures and papers are set in, by weight (pictures/typeface.ts, paper/fonts/typefaces.ts). */
const WEIGHTS =
  /^@expo-google-fonts\/noto-(?:sans-sc\/(?:400Regular|500Medium|700Bold)|serif-sc\/(?:400Regular|700Bold)|sans-jp\/400Regular)\/[^/]+\.ttf$/;

/** Nothing that runs asks for them: maps and types for developers, what a package says of itself, what builds it. */
const FOR_DEVELOPERS = [
  /\.map$/,
  /^(?:zod\/src|undici\/docs)\//,
  // Of the reader of codes the builds that also write.
  /^zxing-wasm\/dist\/(?:(?:cjs|es|iife)\/)?(?:full|writer)\//,
  /\.d\.[cm]?ts$/,
  /\.(?:flow|tsbuildinfo|coffee|tgz|gyp|o|obj|lib|exp|iobj|ipdb|pdb)$/,
  /(?:^|\/)(?:readme|changelog|changes|history|contributing|security|authors|maintainers|upgrading)(?:\.(?:[a-z-]+\.)?(?:md|markdown|txt|rst))?$/i,
  /(?:^|\/)(?:\.github|\.vscode|\.idea|__tests__|benchmarks?|examples?)\//,
  /(?:^|\/)(?:\.npmignore|\.editorconfig|\.eslintrc[^/]*|\.prettierrc[^/]*|\.travis\.yml|tsconfig[^/]*\.json|yarn\.lock|pnpm-lock\.yaml)$/,
];

/** Its terms come along with every package, whatever its file is called. */
const TERMS = /(?:^|\/)(?:licen[cs]e|copying|notice|ofl|third[-_]?party)[^/]*$/i;

/**
 * Whole packages: Node lies where the launchers look for it; types say nothing to a running program; Pagefind, whose program is 56 MB and
 * packs no smaller, finds by words what the other index finds as it is typed.
 */
const NOT_HERE =
  /^(?:node-(?:linux|win|darwin)[^/]*|pagefind|@pagefind|@types\/[^/]+|undici-types|\.bin|\.cache|\.package-lock\.json)(?:\/|$)/;

/**
 * Whether a file of `node_modules` goes into the portable edition.
 * @param path below `node_modules`, with `/`
 */
export function isPacked(path: string): boolean {
  if (NOT_HERE.test(path)) return false;
  const [, own] = /^.*?node_modules\/(.+)$/.exec(path) ?? [];
  if (own !== undefined && NOT_HERE.test(own)) return false;
  if (TERMS.test(path)) return true;
  // Copied into the folder of a build.
  if (/\/templates?\//.test(path)) return true;
  if (path.startsWith('@expo-google-fonts/')) return WEIGHTS.test(path) || /^[^/]+\/[^/]+\/package\.json$/.test(path);
  return !FOR_DEVELOPERS.some((form) => form.test(path));
}

/**
 * Whether a file of the repository goes into the portable edition: what runs, what an office reads, and the content that new sites and
 * programmes are taken from.
 * @param path below the repository, with `/`, of a file under version control
 */
export function isProduct(path: string): boolean {
  // What runs the tests; the rounds of the sample, of which a new site takes nothing; what was measured.
  if (
    /^scripts\/(?:test|campaign)\.ts$|^content\/programmes\/[^/]+\/rounds\/|^content\/published\.json$|^docs\/measurements\.md$/.test(
      path,
    )
  ) {
    return false;
  }
  return (
    /^(?:src|scripts|content|docs)\//.test(path) ||
    /^(?:package(?:-lock)?\.json|tsconfig\.json|astro\.config\.mjs|LICENSE|CHANGELOG\.md|README[^/]*\.md)$/.test(path)
  );
}
