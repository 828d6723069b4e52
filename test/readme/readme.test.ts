import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTable } from './table.ts';

test('the README lists what /plan understands, as /plan help does', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withTable(readme)).toBe(readme);
});
