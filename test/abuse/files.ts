import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { parseConfig } from '../../src/config.ts';
import { createCatalog } from '../../src/plan/catalog.ts';
import { loadData } from '../../src/plan/load.ts';
import { readReportSheet } from '../../src/report/sheet/report-sheet.ts';
import { readRosterSheet } from '../../src/report/sheet/roster-sheet.ts';
import { readTextForm } from '../../src/report/sheet/text-form.ts';
import { openWorkbook } from '../../src/report/sheet/workbook/open.ts';
import { usualLimits } from '../../src/report/sheet/workbook/workbook.ts';
import { writeWorkbook } from '../../src/report/sheet/workbook/write.ts';
import type { MessageKey } from '../../src/wording/messages.ts';
import { samples } from '../../src/wording/samples.ts';
import { loadWording, WordingError } from '../../src/wording/wording.ts';
import { hostileText } from '../support/arbitrary-words.ts';
import { copyOfData } from '../support/data-copy.ts';
import { labels, partOf, sheetOf, sheetPart, withParts } from '../support/sheets.ts';
import { copyOfTemplates } from '../support/template-copy.ts';
import { mutatedBytes, mutatedJson, mutatedText } from './mutation.ts';
import type { Finding } from './watch.ts';

/** Milliseconds that reading one file may take, on a machine that is busy with other things as well. */
const patience = 5_000;

/** Tries an input; what it throws, says wrong or takes too long for is found. */
async function tried(input: string, attempt: () => Promise<string | null> | string | null): Promise<Finding[]> {
  const begun = performance.now();
  const found: Finding[] = [];
  try {
    const wrong = await attempt();
    if (wrong !== null) found.push({ rule: wrong, seen: '', input });
  } catch (error) {
    found.push({
      rule: 'an exception',
      seen: error instanceof Error ? (error.stack ?? error.message) : String(error),
      input,
    });
  }
  const took = performance.now() - begun;
  if (took > patience) found.push({ rule: 'took too long', seen: `${Math.round(took)} ms`, input });
  return found;
}

async function all<T>(
  inputs: readonly T[],
  shown: (input: T) => string,
  attempt: (input: T) => Promise<string | null> | string | null,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const input of inputs) findings.push(...(await tried(shown(input), () => attempt(input))));
  return findings;
}

const xmlPieces = fc.constantFrom(
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  '&a;',
  '<f>1+1</f>',
  '<f t="shared" si="0" ref="A1:XFD1048576">1</f>',
  ' r="XFD1048576"',
  ' r="A0"',
  ' s="999999999"',
  ' t="s"',
  ' t="inlineStr"',
  '<v>1e999</v>',
  '<v>-1</v>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<c><is><t>=cmd|x</t></is></c>',
  '</sheetData>',
  '<row r="1048577">',
  '<x>'.repeat(2_000),
  '\u0000',
  ']]>',
  '<![CDATA[',
  ' Target="../../../../etc/passwd"',
);
const parts = [
  sheetPart,
  'xl/workbook.xml',
  'xl/styles.xml',
  '_rels/.rels',
  'xl/_rels/workbook.xml.rels',
  '[Content_Types].xml',
];

/** Sheets that come back: changed at bytes, in the text of their parts, or in the plain text that stands for them. */
export function workbooks(count: number, seed: number): Promise<Finding[]> {
  const sound = sheetOf();
  const mail =
    '【値】３５７\n【測定日】2026/3/31\n【備考】公開が一巡したため。\n――――――――――\n【id】r6-results/デジタルみやぎ推進課';
  const structure = fc
    .constantFrom(...parts)
    .chain((name) =>
      mutatedText(partOf(sound, name), xmlPieces).map((xml) => withParts(sound, { [name]: xml || ' ' })),
    );
  const text = mutatedText(mail).map((one) => new TextEncoder().encode(one));
  const bytes = fc.oneof(
    { weight: 4, arbitrary: mutatedBytes(sound) },
    { weight: 3, arbitrary: structure },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }) },
  );
  return all(
    fc.sample(bytes, { numRuns: count, seed }),
    (one) => Buffer.from(one).toString('base64').slice(0, 4_000),
    async (one) => {
      await readReportSheet(one, usualLimits);
      await readRosterSheet(one, usualLimits);
      readTextForm(new TextDecoder().decode(one), labels);
      return null;
    },
  );
}

const formulas = fc.constantFrom(
  '=1+1',
  '+81',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://x")',
  "'=1",
  '＝1',
  '=cmd|/c calc!A1',
);

/** Sheets that go out, whatever people have typed: all text, well-formed, and the same when they are read again. */
export function exportsOf(count: number, seed: number): Promise<Finding[]> {
  const cell = fc.oneof(
    formulas,
    fc.tuple(formulas, hostileText(60)).map((both) => both.join('')),
    hostileText(400),
  );
  return all(
    fc.sample(fc.array(cell, { minLength: 1, maxLength: 8 }), { numRuns: count, seed }),
    (texts) => JSON.stringify(texts),
    async (texts) => {
      const sheet = {
        name: texts[0] ?? '',
        columns: texts.map(() => ({ width: 10, hidden: false })),
        frozen: 0,
        locked: false,
        lists: [],
      };
      const bytes = writeWorkbook([{ ...sheet, rows: [{ look: [], texts, hidden: false }] }]);
      if (/<f[ >]|<v>/u.test(partOf(bytes, sheetPart))) return 'a formula went out';
      const opened = await openWorkbook(bytes, usualLimits);
      if (!opened.ok) return `what was written cannot be read: ${opened.fault.code}`;
      const cells = [...(opened.sheets[0]?.rows.get(0)?.values() ?? [])];
      return cells.every(({ kind }) => kind === 'text') ? null : 'a cell is no text';
    },
  );
}

const secret = '0123456789abcdef0123456789abcdef';
const sound = [
  'SLACK_BOT_TOKEN=xoxb-1-verysecret',
  `SLACK_SIGNING_SECRET=${secret}`,
  'DATABASE_URL=postgres://navi:verysecret@db.example/navi',
  'COORDINATORS=U012ABCDEF,U345GHIJKL',
  'PLAN_COMMAND=/plan',
  'PORT=3000',
  'OPERATIONS_PORT=9464',
  'NEWER_BLOCKS=on',
  'LOG_LEVEL=info',
  'HTTPS_PROXY=http://proxy.example:8080',
  'SLACK_API_URL=https://slack.com/api/',
].join('\n');

/** `.env` files: read, or refused with faults that hold no secret. */
export function configs(count: number, seed: number): Promise<Finding[]> {
  const pieces = fc.oneof(
    fc.constantFrom('\nPORT=', '\nHOST=', '$(id)', '$PATH', '"', "'", '`', '#', '=', '\\n', 'export '),
    hostileText(40),
  );
  return all(
    fc.sample(mutatedText(sound, pieces), { numRuns: count, seed }),
    (one) => one,
    (one) => {
      const read = parseConfig(parse(one));
      if (read.ok) return null;
      return /verysecret|0123456789abcdef/u.test(JSON.stringify(read.faults)) ? 'a fault told a secret' : null;
    },
  );
}

const dataNames = [
  'plans/policy2021.json',
  'plans/it2013.json',
  'sections.json',
  'lineage.json',
  'synonyms.json',
  'calendar.json',
];

/** The data folder with one entry of one file changed, or its text. */
export function dataFiles(count: number, seed: number): Promise<Finding[]> {
  const copy = copyOfData();
  const inputs = fc.sample(
    fc.constantFrom(...dataNames).chain((name) => {
      const text = readFileSync(copy.path(name), 'utf8');
      const whole: unknown = JSON.parse(text);
      const list: unknown = typeof whole === 'object' && whole !== null && 'items' in whole ? whole.items : whole;
      const entry =
        Array.isArray(list) && list.length > 0
          ? fc.nat(list.length - 1).chain((at) =>
              mutatedJson(list[at]).map((changed) => {
                const entries = list.with(at, changed);
                return JSON.stringify(list === whole ? entries : { ...Object(whole), items: entries });
              }),
            )
          : mutatedJson(whole).map((changed) => JSON.stringify(changed) ?? '');
      return fc
        .oneof({ weight: 4, arbitrary: entry }, { weight: 1, arbitrary: mutatedText(text) })
        .map((changed) => ({ name, text, changed }));
    }),
    { numRuns: count, seed },
  );
  return all(
    inputs,
    ({ name, changed }) => `${name} ${changed.slice(0, 300)}`,
    ({ name, text, changed }) => {
      writeFileSync(copy.path(name), changed);
      const loaded = loadData(copy.directory);
      writeFileSync(copy.path(name), text);
      if (loaded.ok) createCatalog(loaded.data);
      return null;
    },
  ).finally(copy.remove);
}

const liquid = fc.constantFrom(
  '{% include ".env" %}',
  '{% render "package.json" %}',
  '{% layout "x" %}',
  '{% block a %}{% endblock %}',
  '{% for i in (1..1000000000) %}x{% endfor %}',
  '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}x{% endfor %}{% endfor %}{% endfor %}',
  '{% assign a = "x" | append: "x" %}',
  '{{ "x" | constructor }}',
  '{{ title.constructor.constructor }}',
  '{{ title.__proto__.polluted }}',
  '{{ title | raw }}',
  '{% raw %}{{ title }}{% endraw %}',
  '{% cycle title, count %}',
  '{% echo title %}',
  '{% liquid echo title %}',
  '{% capture a %}{{ title }}{% endcapture %}{{ a }}',
  '{% tablerow i in (1..99999999) %}x{% endtablerow %}',
  '{{ (1..1000000000) | join }}',
  '{{ "now" | date: "%999999999Y" }}',
  '{% increment a %}',
  '{% if true %}',
  '{{',
  '%}',
  '{{ title | default: "<!channel>" | upcase | escape | strip_html | json }}',
  '## ',
);
const canary = '<!canary>';

/** A sample with every text in it replaced by one that Slack would take for markup. */
function withCanary(value: unknown): unknown {
  if (typeof value === 'string') return canary;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withCanary);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withCanary(inner)]));
}

/** Template files with something put in: read, or refused with a WordingError; what they are given stays escaped. */
export function templates(count: number, seed: number): Promise<Finding[]> {
  const copy = copyOfTemplates();
  const names = [...new Set(Object.keys(samples).map((key) => `${key.split('.')[0]}.liquid`))];
  const inputs = fc.sample(
    fc.constantFrom(...names).chain((name) => {
      const text = readFileSync(join(copy.directory, name), 'utf8');
      return mutatedText(
        text,
        fc.oneof({ weight: 3, arbitrary: liquid }, { weight: 1, arbitrary: hostileText(60) }),
      ).map((changed) => ({ name, text, changed }));
    }),
    { numRuns: count, seed },
  );
  return all(
    inputs,
    ({ name, changed }) => `${name} ${changed}`,
    ({ name, text, changed }) => {
      writeFileSync(copy.path(name), changed);
      try {
        const wording = loadWording(copy.directory);
        // Object.keys knows no more than strings; these are the keys of that very object.
        for (const key of Object.keys(samples).filter((one) =>
          name.startsWith(`${one.split('.')[0]}.`),
        ) as MessageKey[]) {
          for (const sample of samples[key]) {
            const said = rendered(() => wording.mrkdwn(key, withCanary(sample) as typeof sample));
            if (said.includes(canary)) return `a value went out unescaped: ${key}`;
          }
        }
        return null;
      } catch (error) {
        if (error instanceof WordingError) return null;
        throw error;
      } finally {
        writeFileSync(copy.path(name), text);
      }
    },
  ).finally(copy.remove);
}

/** Values that are no longer of their type may be refused. */
function rendered(render: () => string): string {
  try {
    return render();
  } catch {
    return '';
  }
}
