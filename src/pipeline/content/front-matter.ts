import matter from 'gray-matter';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { readStrictYaml, type StrictYaml } from './strict-yaml.ts';

export interface FrontMatter {
  data: unknown;
  lines: Record<string, number>;
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
  findings: Finding[];
}

/**
 * Splits `---` front matter from a Markdown body. gray-matter would run the front matter of `---js` as code and pick engines by any word
 * behind the dashes, so the first line is judged before it sees the text, and both its engines are replaced.
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const [opening = '', ...rest] = text.split('\n');
  const refuse = (code: Parameters<typeof finding>[0], line = 1): FrontMatter => ({
    data: undefined,
    lines: {},
    body: '',
    bodyLine: 1,
    findings: [finding(code, { file, line })],
  });
  if (opening.startsWith('+++')) return refuse('front-matter-toml');
  if (opening.startsWith('---') && opening !== '---') return refuse('front-matter-language');
  const closing = rest.indexOf('---');
  if (opening !== '---' || closing < 0) return refuse('front-matter-missing');
  // gray-matter would end the front matter at any line that begins with three dashes, and hand the rest over as text.
  const early = rest.findIndex((line) => line.startsWith('---'));
  if (early < closing) return refuse('front-matter-missing', early + 2);

  // Nothing between the dashes is never handed to the engine.
  let read: StrictYaml = readStrictYaml('', file, 2);
  // Passing options also turns off gray-matter's cache, which would hand out an empty result for bad YAML on second reading.
  const parsed = matter(text, {
    engines: {
      yaml: {
        parse: (source: string) => {
          read = readStrictYaml(source.replace(/^\n/, ''), file, 2);
          return {};
        },
        stringify: refuseToRun,
      },
      javascript: { parse: refuseToRun, stringify: refuseToRun },
      json: { parse: refuseToRun, stringify: refuseToRun },
    },
  });
  return { ...read, body: parsed.content, bodyLine: closing + 3 };
}

function refuseToRun(): never {
  throw new Error('front matter is YAML and nothing else');
}
