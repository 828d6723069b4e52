import { Pool } from 'undici';
import { commandBody, form } from '../../support/raw-requests.ts';
import { signedHeaders } from '../../support/signed.ts';

/** A bot under measurement: signed `/plan` requests go in, and how long each took comes out. */
export interface Asked {
  /** Milliseconds of each answer, so many asked by so many people at the same time. @throws Error where one is not answered as Slack wants it. */
  times(question: (number: number) => string, count: number, atOnce: number): Promise<number[]>;
  close(): Promise<void>;
}

/** Keeps its connections, as Slack and a proxy before the bot do. */
export function askAt(port: number): Asked {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 50 });
  let asked = 0;

  async function time(question: (number: number) => string): Promise<number> {
    asked += 1;
    const text = question(asked);
    const body = commandBody(`bench-${port}-${asked}`, { text, user_id: `UASKS${asked % 500}` });
    const headers = signedHeaders(body, form);
    const begun = performance.now();
    const response = await pool.request({ path: '/slack/events', method: 'POST', body, headers });
    await response.body.text();
    const took = performance.now() - begun;
    if (response.statusCode !== 200) throw new Error(`«${text}» was answered with ${response.statusCode}`);
    return took;
  }

  return {
    times: async (question, count, atOnce) => {
      const times: number[] = [];
      const lane = async (): Promise<void> => {
        while (times.length < count) times.push(await time(question));
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
      return times;
    },
    close: () => pool.close(),
  };
}
