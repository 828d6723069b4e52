import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { libraryStyle } from './blocks/library-style.ts';

const require = createRequire(import.meta.url);

/** Scripts of the page, as the compiler leaves them. */
const scripts = ['page', 'composer', 'conversation', 'data-table', 'focus', 'modal'].map((name) => `${name}.js`);
const styles = ['page.css', 'blocks.css', 'icon.svg'];
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Every file a page loads, by its name below /assets/; read once, none from anywhere else. */
export function readAssets(root: string): ReadonlyMap<string, { type: string; body: string }> {
  const files: [string, string][] = [
    ['htmx.js', require.resolve('htmx.org/dist/htmx.min.js')],
    ['slack-blocks.css', require.resolve('slack-blocks-to-jsx/dist/style.css')],
    ...scripts.map((name): [string, string] => [
      `browser/${name}`,
      join(root, 'dist', 'src', 'local', 'browser', name),
    ]),
    ...styles.map((name): [string, string] => [name, join(root, 'src', 'local', 'assets', name)]),
  ];
  return new Map(
    files.map(([name, file]) => {
      const text = readFileSync(file, 'utf8');
      const body = name === 'slack-blocks.css' ? libraryStyle(text) : text;
      return [name, { type: types[extname(name)] ?? 'text/plain', body }];
    }),
  );
}
