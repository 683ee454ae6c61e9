import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { DARK, LIGHT } from '#site/drawing/palette.ts';

describe('the colours of drawings in files of their own', () => {
  it('are those of the pages, in the light and in the dark', async () => {
    const css = await readFile('src/styles/tokens.css', 'utf8');
    const [light = '', dark = ''] = [
      css.split('@media')[0],
      css.split('(prefers-color-scheme: dark) {')[1]?.split('@media')[0],
    ];
    for (const [name, colour] of Object.entries(LIGHT)) assert.match(light, new RegExp(`--${name}: ${colour};`));
    for (const [name, colour] of Object.entries(DARK)) assert.match(dark, new RegExp(`--${name}: ${colour};`));
  });
});
