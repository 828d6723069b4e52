import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withBlockIds } from '../../../src/local/blocks/placed.ts';

const block = fc.record(
  { type: fc.constant('divider'), block_id: fc.constantFrom('block-1', 'block-2', 'block-2-', '') },
  { requiredKeys: ['type'] },
);
/** Slack refuses a list in which an id is given twice. */
const blocks = fc
  .array(block, { maxLength: 12 })
  .map((all) => all.filter(({ block_id: id }, at) => !id || all.findIndex((one) => one.block_id === id) === at));
const idsOf = (all: readonly unknown[]): unknown[] =>
  all.map((one) => (typeof one === 'object' && one !== null && 'block_id' in one ? one.block_id : undefined));

describe('blocks get ids', () => {
  test('which differ', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        expect(new Set(idsOf(withBlockIds(all))).size).toBe(all.length);
      }),
    );
  });

  test('only where they have none', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const given = all.map(({ block_id: id }) => id || undefined);
        const kept = idsOf(withBlockIds(all)).filter((_, index) => given[index] !== undefined);
        expect(kept).toEqual(given.filter((id) => id !== undefined));
      }),
    );
  });

  test('once: a second time changes nothing', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        expect(withBlockIds(withBlockIds(all))).toEqual(withBlockIds(all));
      }),
    );
  });
});
