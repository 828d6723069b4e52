import { describe } from 'vitest';
import { changesTogether } from './changes-together.ts';
import type { Engine } from './engine.ts';
import { keepsRecords } from './keeps-records.ts';
import { roundTrips } from './round-trips.ts';
import { startsAnew } from './starts-anew.ts';

/** What the store promises, whatever database it stands on. */
export function contract(engine: Engine): void {
  describe('what is stored is read back', () => roundTrips(engine));
  describe('two who change the same thing', () => changesTogether(engine));
  describe('the record', () => keepsRecords(engine));
  describe('opening', () => startsAnew(engine));
}
