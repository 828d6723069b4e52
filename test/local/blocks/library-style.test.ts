import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { libraryStyle } from '../../../src/local/blocks/library-style.ts';

const original = readFileSync('node_modules/slack-blocks-to-jsx/dist/style.css', 'utf8');
const [light = '', dark = ''] = libraryStyle(original).split('@media (prefers-color-scheme: dark)');

describe('the library’s stylesheet', () => {
  test('holds for every block of a page, not only for the one with the id', () => {
    expect(light).not.toMatch(/#slack_blocks_to_jsx(?!,\.slack_blocks_to_jsx\))/u);
  });

  test('turns dark with the system', () => {
    expect([original.includes('[data-theme=dark]'), dark.includes('[data-theme=dark]')]).toEqual([true, false]);
  });

  test('asks nothing of other sites', () => {
    expect(light).not.toMatch(/@import|url\(/u);
  });
});
