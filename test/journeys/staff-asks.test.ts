import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { buttonsOf, type Person, textOf } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

describe('a staff member asks for 電子申請', () => {
  test('the answer comes in the acknowledgement, private, with a sentence for notifications', async () => {
    const answer = await staff.plan('電子申請');
    expect(answer.response_type).toBe('ephemeral');
    expect(answer.text).toMatch(/^「電子申請」に当たるものは\d+件です。/u);
    expect(textOf(answer)).toContain('宮城県・市町村共同電子申請サービス提供業務');
    expect(textOf(answer)).toContain('デジタルみやぎ推進課');
  });

  test('the next page takes the place of the first, and the way back is offered', async () => {
    const first = await staff.plan('電子申請');
    const second = await staff.press(first, '次の5件');
    expect(second.replace_original).toBe(true);
    expect(textOf(second)).toContain('6～10件目');
    expect(buttonsOf(second)).toContain('前へ戻る');
  });

  test('details open in a modal that cites document and row', async () => {
    const modal = await staff.open(await staff.plan('電子申請'), '詳細');
    expect(modal.type).toBe('modal');
    expect(textOf(modal)).toContain('出典: ');
    expect(textOf(modal)).toContain('要約');
  });

  test('sharing posts the same answer to the conversation and says who shared it', async () => {
    const shared = await staff.press(await staff.plan('電子申請'), 'チャンネルに共有');
    expect(shared.response_type).toBe('in_channel');
    expect(textOf(shared)).toContain(`<@${staff.user}> さんが「電子申請」の答えを共有しました。`);
    expect(buttonsOf(shared)).toEqual([]);
  });
});
