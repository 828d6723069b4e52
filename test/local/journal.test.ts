import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Journal, openJournal } from '../../src/local/journal.ts';
import type { Change, State } from '../../src/local/state.ts';
import { newFolder } from '../support/local-slack.ts';

/** @throws Error when the folder cannot be used. */
function open(folder: string, how = {}): Journal {
  const opened = openJournal(folder, how);
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  return opened.journal;
}

function posted(ts: string, text = '電子申請', conversation = 'C0GENERAL1'): Change {
  const at = '2026-11-20T01:00:00Z';
  const message = { conversation, ts, at, author: 'U0STAFF001', onlyFor: null, thread: null, text, blocks: [] };
  return { kind: 'posted', message: { ...message, edited: false } };
}

function texts(state: State): string[] {
  return state.messages('C0GENERAL1').map(({ text }) => text);
}

const ts = fc.constantFrom('1.1', '1.2', '1.3', '1.4');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(ts, fc.string({ unit: 'binary' })).map(([at, text]) => posted(at, text)),
  fc
    .tuple(ts, fc.string())
    .map(([at, text]): Change => ({ kind: 'updated', conversation: 'C0GENERAL1', ts: at, text, blocks: [{}] })),
  ts.map((at): Change => ({ kind: 'deleted', conversation: 'C0GENERAL1', ts: at })),
  fc.string().map((text): Change => ({ kind: 'typed', user: 'U0STAFF001', text })),
  fc.integer({ min: -40_000_000, max: 40_000_000 }).map((seconds): Change => ({ kind: 'clock', days: 0, seconds })),
);

describe('a journal', () => {
  test('opened again holds what was recorded, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const folder = newFolder();
        const journal = open(folder);
        for (const one of changes) journal.record(one);
        const again = open(folder).state;
        expect(again.changes()).toEqual(journal.state.changes());
      }),
      { numRuns: 60 },
    );
  });

  test('that a crash cut in the middle of its last line loses only that line', () => {
    const folder = newFolder();
    open(folder).record(posted('1.1', '一'));
    appendFileSync(join(folder, 'journal.jsonl'), JSON.stringify(posted('1.2', '二')).slice(0, 40));
    expect(texts(open(folder).state)).toEqual(['一']);
  });

  test('goes on after such a cut without joining the lines', () => {
    const folder = newFolder();
    open(folder).record(posted('1.1', '一'));
    appendFileSync(join(folder, 'journal.jsonl'), '{"kind":"pos');
    open(folder).record(posted('1.3', '三'));
    expect(texts(open(folder).state)).toEqual(['一', '三']);
  });

  test('that has grown far beyond what it amounts to is written anew', () => {
    const folder = newFolder();
    const journal = open(folder);
    for (let days = 1; days <= 50; days += 1) journal.record({ kind: 'clock', days, seconds: 0 });
    open(folder);
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['no JSON', 'これは何か'],
    ['JSON of another kind', '{"kind":"shouted"}'],
  ])('with a line that is %s is refused, with the line, and left as it is', (_, line) => {
    const folder = newFolder();
    const file = join(folder, 'journal.jsonl');
    const text = `${JSON.stringify(posted('1.1'))}\n${line}\n${JSON.stringify(posted('1.2'))}\n`;
    writeFileSync(file, text);
    expect(openJournal(folder)).toEqual({ ok: false, fault: { code: 'corrupt', file, line: 2 } });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('in the place of whose folder a file stands cannot be used', () => {
    const folder = join(newFolder(), 'taken');
    writeFileSync(folder, '');
    const file = join(folder, 'journal.jsonl');
    expect(openJournal(folder)).toEqual({ ok: false, fault: { code: 'no-access', file, line: null } });
  });
});

describe('a folder', () => {
  test('that another program has is refused, and left as it is', () => {
    const folder = newFolder();
    open(folder).record(posted('1.1', '一'));
    // The process that started this one runs as long as it does.
    writeFileSync(join(folder, 'running'), String(process.ppid));
    const before = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
    expect(openJournal(folder, { anew: true })).toMatchObject({ ok: false, fault: { code: 'in-use' } });
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
  });

  test.each([
    ['gave back', (folder: string) => open(folder).close()],
    ['was killed in', (folder: string) => writeFileSync(join(folder, 'running'), '2147483646')],
  ])('that a program %s can be had again', (_, leave) => {
    const folder = newFolder();
    leave(folder);
    expect(openJournal(folder).ok).toBe(true);
  });
});

describe('beginning anew', () => {
  test('empties the workspace and keeps what was beside it', () => {
    const folder = newFolder();
    const journal = open(folder);
    journal.record(posted('1.1', '一'));
    journal.reset();
    expect(texts(journal.state)).toEqual([]);
    expect(readFileSync(join(folder, 'journal.jsonl.before'), 'utf8')).toContain('一');
    journal.record(posted('1.2', '二'));
    expect(texts(open(folder).state)).toEqual(['二']);
  });

  test('helps where the journal cannot be read', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'journal.jsonl'), '壊れた行\n');
    expect(texts(open(folder, { anew: true }).state)).toEqual([]);
  });

  test('does nothing in a folder that has no journal', () => {
    const folder = newFolder();
    open(folder, { anew: true });
    expect(existsSync(join(folder, 'journal.jsonl.before'))).toBe(false);
  });
});
