import { describe } from 'vitest';
import { actsAsItsModel } from './acts-as-its-model.ts';
import { changesTogether } from './changes-together.ts';
import { claimsNotices } from './claims-notices.ts';
import type { Engine } from './engine.ts';
import { keepsLadderMessages } from './keeps-ladder-messages.ts';
import { keepsNotices } from './keeps-notices.ts';
import { keepsOutbox } from './keeps-outbox.ts';
import { keepsRecords } from './keeps-records.ts';
import { roundTrips } from './round-trips.ts';
import { startsAnew } from './starts-anew.ts';
import { upgrades } from './upgrades.ts';

/** What the store promises, whatever database it stands on. */
export function contract(engine: Engine): void {
  describe('what is stored is read back', () => roundTrips(engine));
  describe('two who change the same thing', () => changesTogether(engine));
  describe('the record', () => keepsRecords(engine));
  describe('what notices are made from', () => keepsNotices(engine));
  describe('the outbox', () => keepsOutbox(engine));
  describe('what the ladder told is read', () => keepsLadderMessages(engine));
  describe('a claim', () => claimsNotices(engine));
  describe('any run of an outbox', () => actsAsItsModel(engine));
  describe('opening', () => startsAnew(engine));
  describe('a database of the former program', () => upgrades(engine));
}
