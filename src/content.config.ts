import { resolve } from 'node:path';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Content } from '#core/records/content.ts';
import { readContent } from '#pipeline/content/read-content.ts';

/**
 * The one joint between the two rooms: the pipeline's strict reader parses every file for the pages too, and hands the whole over as
 * one entry. Astro's collections are the door, because `astro dev` watches through them.
 */
export const collections = { content: defineCollection({ loader: loader(), schema: judged<Content>() }) };

function loader(): Loader {
  return {
    name: 'jiangbang-content',
    async load({ store, watcher, logger }) {
      const fill = async (): Promise<void> => {
        // Set, never cleared: Astro would write files of this checkout anew each time, under one name in all builds that run at once.
        store.set({ id: 'content', data: { ...(await read()) } });
      };
      // A build hands its content to the thread that renders: what is compiled here knows none.
      if (process.env['JIANGBANG_COMPILE'] !== undefined) return;
      await fill();
      watcher?.add(directory());
      for (const event of ['add', 'change', 'unlink']) {
        watcher?.on(event, (file: string) => {
          if (!file.startsWith(directory())) return;
          fill().catch((error: unknown) => logger.error(String(error)));
        });
      }
    },
  };
}

/** The reader has judged the data already; this only gives them their type. */
function judged<T>(): z.ZodType<T> {
  return z.custom<T>();
}

async function read(): Promise<Content> {
  const { content, findings } = await readContent(directory());
  if (content) return content;
  throw new Error(findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)}`).join('\n'));
}

function directory(): string {
  return resolve(process.env['JIANGBANG_CONTENT'] ?? 'content');
}
