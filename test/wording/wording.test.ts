import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageKey } from '../../src/wording/messages.ts';
import { samples } from '../../src/wording/samples.ts';
import { loadWording, WordingError } from '../../src/wording/wording.ts';
import { copyOfTemplates, type TemplateCopy } from '../support/template-copy.ts';

let templates: TemplateCopy;
beforeEach(() => {
  templates = copyOfTemplates();
});
afterEach(() => templates.remove());

const title = '## title\n{{ name }}';

function faults(): readonly string[] {
  try {
    loadWording(templates.directory);
    return [];
  } catch (error) {
    if (error instanceof WordingError) return error.faults;
    throw error;
  }
}

/** What the template of a section's name says, once it is edited. */
function saying(template: string): string {
  templates.edit('section.liquid', title, `## title\n${template}`);
  return loadWording(templates.directory).mrkdwn('section.title', { name: '情報政策課' });
}

test('the templates as they are have no fault', () => {
  expect(faults()).toEqual([]);
});

describe('a coordinator edits a template', () => {
  test('other words are said from then on', () => {
    expect(saying('{{ name }}のページ')).toBe('情報政策課のページ');
  });

  test('empty lines are layout and are not said', () => {
    expect(saying('\n\n{{ name }}\n\n   \nのページ\n\n')).toBe('情報政策課\nのページ');
  });

  test('a memo above the first section is not said', () => {
    writeFileSync(templates.path('modal.liquid'), `メモ：${readFileSync(templates.path('modal.liquid'), 'utf8')}`);
    templates.edit('modal.liquid', 'メモ：', 'メモ：文言は課内で確認済み\n\n');
    expect(loadWording(templates.directory).plain('modal.title', {})).toBe('計画ナビ');
  });

  test('line ends and the invisible mark of a Windows editor change nothing', () => {
    const text = readFileSync(templates.path('section.liquid'), 'utf8');
    writeFileSync(templates.path('section.liquid'), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const said = loadWording(templates.directory).plain('section.title', { name: '情報政策課' });
    expect(said).toBe('情報政策課');
  });

  test('a file that is no template may lie beside them', () => {
    writeFileSync(templates.path('memo.txt'), '## nothing\n{{ nothing }}');
    expect(faults()).toEqual([]);
  });
});

describe('an edit that would fail later is found at the start, with the section and what is wrong', () => {
  test.each<[string, string, string]>([
    ['a misspelt variable', '{{ nmae }}', 'undefined variable: nmae'],
    ['a misspelt filter', '{{ name | upcsae }}', 'undefined filter: upcsae'],
    ['a misspelt tag', '{% fi name %}{% endif %}', 'tag "fi" not found'],
    ['a tag that is not closed', '{% if name %}{{ name }}', 'not closed'],
    ['a bracket that is not closed', '{{ name', 'not closed'],
    ['nothing but blanks', ' \n ', 'says nothing'],
    [
      'nothing for the sample',
      '{% if name == "総務課" %}{{ name }}{% endif %}',
      'says nothing for {"name":"情報政策課"}',
    ],
    ['the filter that would leave values unescaped', '{{ name | raw }}', 'the filter «raw» is not allowed'],
    ['that filter in between', '{{ name | raw | upcase }}', 'the filter «raw» is not allowed'],
    ['a file to be read in, which might be .env', '{% include "package.json" %}', 'package.json'],
    ['that filter by way of another variable', '{% assign a = name | raw %}{{ a }}', 'the filter «raw» is not allowed'],
  ])('%s', (_, template, problem) => {
    templates.edit('section.liquid', title, `## title\n${template}`);
    expect(faults().find((fault) => fault.startsWith('section.title: '))).toContain(problem);
  });

  test('a section that stands twice, of which only one would be said', () => {
    templates.edit('section.liquid', title, `${title}\n\n${title}`);
    expect(faults()).toContain('section.title: stands twice');
  });

  test('each fault is told once, however many samples show it', () => {
    templates.edit('words.liquid', '## mark', '## marks');
    expect(faults()).toEqual(['words.marks: no message has this name', 'words.mark: the template is missing']);
  });

  test('a folder that is missing', () => {
    rmSync(templates.directory, { recursive: true });
    expect(faults()).toEqual([expect.stringContaining('ENOENT')]);
  });

  test('a template that is gone', () => {
    templates.edit('section.liquid', title, '');
    expect(faults()).toEqual(['section.title: the template is missing']);
  });

  test('a whole file that is gone', () => {
    rmSync(templates.path('modal.liquid'));
    expect(faults()).toEqual(
      ['title', 'close', 'share', 'share_with', 'share_hint'].map((name) => `modal.${name}: the template is missing`),
    );
  });

  test('a template that no message uses', () => {
    templates.edit('section.liquid', title, `${title}\n\n## greeting\nようこそ`);
    expect(faults()).toEqual(['section.greeting: no message has this name']);
  });

  test('a state for which nothing is said', () => {
    templates.edit('words.liquid', "{% when '△' %}目標を下回った・見直し中（△）", '');
    expect(faults()).toEqual(['words.mark: says nothing for {"mark":"△"}']);
  });

  test('all faults of all files are told in one go, a line each', () => {
    templates.edit('section.liquid', title, '## titel\n{{ name }}');
    templates.edit('modal.liquid', '## close\n閉じる', '## close\n{{閉じる');
    templates.edit('kpi.liquid', '## empty\n—', '## empty');
    const told = faults();
    expect(new Set(told.map((fault) => fault.split(':')[0]))).toEqual(
      new Set(['section.titel', 'section.title', 'modal.close', 'kpi.empty']),
    );
    expect(() => loadWording(templates.directory)).toThrow(new WordingError(told));
  });

  test.each([
    '{% for i in (1..1000000000) %}あ{% endfor %}',
    '{% for i in (1..9999) %}{% for j in (1..9999) %}あ{% endfor %}{% endfor %}',
    '{{ (1..1000000000) | join }}',
  ])('a template that would never come to an end is a fault: %s', (endless) => {
    templates.edit('kpi.liquid', '## empty\n—', `## empty\n${endless}`);
    expect(faults()).toEqual([expect.stringMatching(/^kpi\.empty: .*limit exceeded/u)]);
  });

  test.each(['{% include ".env" %}', '{% render "package.json" %}', '{% layout "package.json" %}'])(
    'a template that would read another file is a fault: %s',
    (reading) => {
      templates.edit('kpi.liquid', '## empty\n—', `## empty\n${reading}`);
      expect(faults()).toHaveLength(1);
    },
  );

  test('an empty folder misses every message', () => {
    const names = readdirSync(templates.directory).map((file) => file.replace('.liquid', ''));
    for (const name of names) rmSync(templates.path(`${name}.liquid`));
    expect(new Set(faults().map((fault) => fault.split('.')[0]))).toEqual(new Set(names));
  });
});

/** Whether a letter stands right behind something bold. */
function touchesLetters(text: string): boolean {
  const plain = text.replaceAll(/`[^`\n]*`/gu, '');
  return [...plain.matchAll(/\*[^*\n]+\*/gu)].some((bold) =>
    /^[\p{L}\p{N}]/u.test(plain.slice(bold.index + bold[0].length)),
  );
}

describe('what is said', () => {
  test('is bold where it should be: Slack leaves asterisks standing that touch a letter outside', () => {
    const wording = loadWording(templates.directory);
    const touching = Object.entries(samples).flatMap(([key, values]) =>
      values
        // Object.entries forgets which samples belong to which key.
        .map((sample) => wording.mrkdwn(key as MessageKey, sample as never))
        .filter(touchesLetters)
        .map((text) => `${key}: ${text}`),
    );
    expect(touching).toEqual([]);
  });
});
