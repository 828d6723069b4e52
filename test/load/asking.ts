import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { z } from 'zod';
import { commandBody, form } from '../support/raw-requests.ts';
import { signedHeaders } from '../support/signed.ts';

/** What came of many requests. Milliseconds. */
export interface Answered {
  requests: number;
  errors: number;
  seconds: number;
  p50: number;
  p99: number;
  max: number;
}

const querySchema = z.array(z.object({ query: z.string() }));
const answerSchema = z.looseObject({
  response_type: z.literal('ephemeral'),
  text: z.string(),
  blocks: z.array(z.unknown()).min(1),
});

/** What people ask: the judged queries, and screens that read the database. Those who ask are not of the section that is reminded. */
function questions(): string[] {
  const judged = querySchema.parse(JSON.parse(readFileSync('test/relevance/dev.json', 'utf8')));
  return [...judged.map(({ query }) => query), '', 'help', '指標', '担当 情報政策課', '期限', '報告'];
}

/** Asks one question after the other, so many at once, as long as `goesOn`. */
export async function askMany(
  eventsUrl: string,
  atOnce: number,
  goesOn: (asked: number) => boolean,
): Promise<Answered> {
  const { origin, pathname } = new URL(eventsUrl);
  const pool = new Pool(origin, { connections: atOnce });
  const texts = questions();
  const times: number[] = [];
  const run = Math.random().toString(36).slice(2);
  let asked = 0;
  let errors = 0;

  async function ask(number: number): Promise<void> {
    const text = texts[number % texts.length] ?? '';
    const body = commandBody(`${run}-${number}`, { text, user_id: `UASKS${number % 500}` });
    const begun = performance.now();
    const response = await pool.request({ path: pathname, method: 'POST', body, headers: signedHeaders(body, form) });
    const answer = await response.body.text();
    times.push(performance.now() - begun);
    if (response.statusCode !== 200 || !answerSchema.safeParse(JSON.parse(answer)).success) errors += 1;
  }
  const lane = async (): Promise<void> => {
    while (goesOn(asked)) {
      asked += 1;
      await ask(asked).catch(() => {
        errors += 1;
      });
    }
  };

  // Node takes one new connection a turn of its loop; Slack, and a proxy before the bot, keep theirs.
  await Promise.all(
    Array.from({ length: atOnce }, async () => (await pool.request({ path: '/', method: 'GET' })).body.dump()),
  );

  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - begun) / 1_000;
  await pool.close();
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { requests: asked, errors, seconds, p50: at(0.5), p99: at(0.99), max: at(1) };
}
