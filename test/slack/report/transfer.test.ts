import { afterEach, beforeEach, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../../support/catalog.ts';
import { textOf } from '../../support/person.ts';
import { type Reporter, reporter } from '../../support/reporter.ts';
import { enterRoster, openRound } from '../../support/reporting.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let staff: Reporter;
beforeEach(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  staff = await reporter(workspace, 'staff');
  await enterRoster(workspace, { head: await reporter(workspace, 'head'), staff: [staff] });
});
afterEach(() => workspace.close());

test('a title that looks like a mention calls nobody when its sheet is handed out', async () => {
  await openRound(workspace, 'loud', { title: '<!channel> R&D' });
  const told = await staff.press(await staff.person.plan('出力'), '様式を受け取る');
  expect(textOf(told)).toContain('「&lt;!channel&gt; R&amp;D」の様式');
  const { body } = await workspace.recorder.next('files.completeUploadExternal');
  expect(body.initial_comment).toContain('「&lt;!channel&gt; R&amp;D」の様式');
});
