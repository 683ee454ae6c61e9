import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Json } from '#core/formats/digest.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import type { Typeface } from '#pipeline/paper/fonts/typefaces.ts';

/** One sheet to be set: a template of `templates/` and the plain data it reads. */
export interface Sheet {
  template: string;
  data: { readonly [key: string]: Json };
  /** Pictures by the name that the data calls them by. */
  pictures?: ReadonlyMap<string, Uint8Array>;
  /** When the document was published: a reprint has the same bytes. */
  created: Instant;
}

/** Sets sheets as tagged PDF/UA-1. */
export interface Typesetter {
  pdf(sheet: Sheet, faces: readonly Typeface[]): Buffer;
  /** How much room a sheet takes: pages, and where the last of them ends, in millimetres from its top. */
  extent(sheet: Sheet, faces: readonly Typeface[]): { pages: number; end: number };
}

const TEMPLATES = join(ROOT, 'src/pipeline/paper/templates');

/**
 * The compiler of Typst, which comes as an optional dependency.
 * @throws Refusal `typst-missing` where npm left it out
 */
export function openTypesetter(load: () => Module = loaded): Typesetter {
  const { NodeCompiler: Compiler } = optional(load);
  const compilers = new Map<string, NodeCompiler>();
  const compilerWith = (faces: readonly Typeface[]): NodeCompiler => {
    const unique = [...new Map(faces.map((face) => [face.key, face])).values()];
    const key = unique.map((face) => face.key).join('\n');
    const known = compilers.get(key);
    if (known) return known;
    const fontArgs = [{ fontBlobs: unique.map((face) => face.bytes()) }];
    const made = Compiler.create({ workspace: TEMPLATES, fontArgs });
    compilers.set(key, made);
    return made;
  };
  const compiled = <T>(
    { template, data, pictures = new Map() }: Sheet,
    faces: readonly Typeface[],
    use: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
  ): T => {
    const compiler = compilerWith(faces);
    const mainFilePath = join(TEMPLATES, `${template}.typ`);
    const shadows = [...pictures.keys()].map((name) => join(TEMPLATES, 'pictures', name));
    for (const [index, bytes] of [...pictures.values()].entries()) {
      const path = shadows[index];
      if (path !== undefined) compiler.mapShadow(path, Buffer.from(bytes));
    }
    try {
      const done = compiler.compile({ mainFilePath, inputs: { data: JSON.stringify(data) } });
      // A warning too: a family that is not found leaves its text out and says so in a warning alone.
      const said = done.takeDiagnostics()?.shortDiagnostics ?? [];
      if (!done.result || said.length > 0) throw new Error(JSON.stringify(said));
      return use(compiler, done.result);
    } catch (error) {
      throw refusalOf(error) ?? error;
    } finally {
      for (const path of shadows) compiler.unmapShadow(path);
    }
  };
  return {
    pdf: (sheet, faces) =>
      compiled(sheet, faces, (compiler, document) =>
        compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(sheet.created / 1000) }),
      ),
    extent: (sheet, faces) =>
      compiled(sheet, faces, (compiler, document) => {
        const [end] = compiler.query(document, { selector: '<end>', field: 'value' }) as number[];
        return { pages: document.numOfPages, end: end ?? 0 };
      }),
  };
}

type Module = typeof import('@myriaddreamin/typst-ts-node-compiler');

function loaded(): Module {
  return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Module;
}

function optional(load: () => Module): Module {
  try {
    return load();
  } catch {
    throw new Refusal(
      'typst-missing',
      '没有装排版程序 @myriaddreamin/typst-ts-node-compiler，排不出 PDF。请运行 npm install 把可选的依赖也装上（不要加 --omit=optional）；Word、表格和纯文本不需要它，可用 --only 单独制作，网页也可以在浏览器里打印。',
    );
  }
}

/** What a template could not fit it says itself, `paper:<code>:<sentence>`; everything else is a fault of ours. */
function refusalOf(error: unknown): Refusal | undefined {
  const [, code, message] =
    /paper:([a-z-]+):([^"\\]+)/.exec(error instanceof Error ? error.message : String(error)) ?? [];
  return code === undefined || message === undefined ? undefined : new Refusal(code, message);
}
