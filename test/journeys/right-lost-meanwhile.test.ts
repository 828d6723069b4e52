import { afterAll, beforeAll, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { wordsOf } from '../support/modal.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, forged, formOf, handIn, openRound, sound } from '../support/reporting.ts';
import { deed, digital, rosterEntry } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Reporter;
let head: Reporter;
let successor: Reporter;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  [staff, head, successor] = await Promise.all([
    reporter(workspace, 'staff'),
    reporter(workspace, 'head'),
    reporter(workspace, 'admin'),
  ]);
  await enterRoster(workspace, { head, staff: [staff] });
});
afterAll(() => workspace.close());

test('forms that were open when their reader lost the post are refused, and nothing is stored', async () => {
  const toReport = await openRound(workspace, 'moved');
  const answered = await openRound(workspace, 'moved-head');
  await handIn(staff, await formOf(staff, 'moved-head'));
  const mine = await formOf(staff, 'moved');
  const value = { round: answered.id, section: digital, version: 1 };
  const reason = await head.open(forged('report-return', '差し戻す', value), '差し戻す');

  const [entry] = await workspace.store.roster();
  if (!entry) throw new Error('the roster has an entry');
  await workspace.store.saveRosterEntry(
    rosterEntry({ ...entry, head: successor.user, staff: [] }),
    deed('edit-roster'),
  );

  const refused = await staff.send(mine, sound);
  expect(wordsOf(refused.modal)).toMatch(/だけができます。/u);
  expect(await workspace.store.drafts(toReport.id)).toEqual([]);
  expect(await workspace.store.report(toReport.id, digital)).toBeNull();
  const { errors, modal } = await head.send(reason, { reason: '値を確認してください' });
  expect(`${Object.values(errors).join()}${wordsOf(modal)}`).toMatch(/だけができます。/u);
  expect((await workspace.store.report(answered.id, digital))?.state).toBe('submitted');
});
