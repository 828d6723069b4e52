import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPrepared, type Prepared } from '../src/prepared.ts';
import { copyOfProgram, type ProgramCopy } from './support/program-copy.ts';

describe('what was made in advance', () => {
  let root: string;
  const path = (file: string): string => join(root, file);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const nextStart = (program: string | null = 'this program'): Prepared => openPrepared(root, program);
  const words = { expansions: new Map(), fillers: new Set(['について']) };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'prepared-'));
    write('data/fillers.json', '["について"]');
    write('data/plans/policy2021.json', '{}');
    write('prompts/messages/help.liquid', '## title\n使い方');
    nextStart().words.write(words);
    nextStart().sentences.write('sound');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is there at the next start', () => {
    expect(nextStart().words.read()).toEqual(words);
    expect(nextStart().sentences.read()).toBe('sound');
  });

  test.each<[string, () => void]>([
    ['is edited', () => write('data/fillers.json', '["とは"]')],
    ['is added', () => write('data/plans/policy2026.json', '{}')],
    ['is taken away', () => rmSync(path('data/plans/policy2021.json'))],
    ['has another name', () => renameSync(path('data/fillers.json'), path('data/words.json'))],
    ['cannot be read any more', () => rmSync(path('data'), { recursive: true })],
  ])('is not taken when a file it was made of %s', (_, change) => {
    change();
    expect(nextStart().words.read()).toBeNull();
  });

  test('is not taken when a file behind a link is edited', () => {
    write('elsewhere/fillers.json', '["について"]');
    rmSync(path('data/fillers.json'));
    symlinkSync(path('elsewhere/fillers.json'), path('data/fillers.json'));
    nextStart().words.write(words);
    expect(nextStart().words.read()).toEqual(words);
    write('elsewhere/fillers.json', '["とは"]');
    expect(nextStart().words.read()).toBeNull();
  });

  test('stays good when a file changes that it was not made of', () => {
    write('data/fillers.json', '["とは"]');
    expect(nextStart().sentences.read()).toBe('sound');
  });

  test('is not taken by another program', () => {
    expect(nextStart('the next program').words.read()).toBeNull();
  });

  test('is neither read nor written by a program that does not know which it is', () => {
    const { words: kept } = nextStart(null);
    kept.write({ expansions: new Map(), fillers: new Set() });
    expect(kept.read()).toBeNull();
    expect(nextStart().words.read()).toEqual(words);
  });

  test.each([
    ['cut short', (content: Buffer) => content.subarray(0, content.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"made":"words"}')],
  ])('is made anew where its file is %s', (_, spoil) => {
    const file = path('dist/prepared/words.bin');
    writeFileSync(file, spoil(readFileSync(file)));
    expect(nextStart().words.read()).toBeNull();
  });
});

describe('an operator edits after the build', () => {
  let program: ProgramCopy;
  beforeEach(() => {
    program = copyOfProgram();
  });
  afterEach(() => program.remove());

  test('a title, and it is found by its new words at the next start', async () => {
    program.edit('data/plans/policy2021.json', 'テレワーク', 'ワーケーション');
    const { output } = await program.run('ask', '--json', 'ワーケーション');
    expect(JSON.parse(output)).toMatchObject({ items: expect.arrayContaining(['policy2021/ワーケーションの導入']) });
  });

  test('a synonym, and it leads to what is printed at the next start', async () => {
    program.edit('data/synonyms.json', '"テレワーク"', '"テレワーク", "おうち仕事"');
    const { output } = await program.run('ask', '--json', 'おうち仕事');
    expect(JSON.parse(output)).toMatchObject({ items: expect.arrayContaining(['policy2021/テレワークの導入']) });
  });

  test('a sentence, and is told what is wrong with it', async () => {
    program.edit('prompts/messages/section.liquid', '{{ name }}', '{{ nama }}');
    const { code, errors } = await program.run('ask', '電子申請');
    expect(code).toBe(1);
    expect(errors).toContain('undefined variable: nama');
  });

  test('a file of data, and is told what is wrong with it', async () => {
    program.edit('data/fillers.json', ']', '');
    const { code, errors } = await program.run('ask', '電子申請');
    expect(code).toBe(1);
    expect(errors).toContain('fillers.json');
  });

  test('a file of data wrongly, and can still build, and then whatever needs no data', async () => {
    program.edit('data/fillers.json', ']', '');
    expect(await program.run('prepare')).toEqual({ code: 0, output: '', errors: '' });
    const { output } = await program.run('manifest', '--http', 'https://bot.example.jp');
    expect(output).toContain('https://bot.example.jp');
  });
});
