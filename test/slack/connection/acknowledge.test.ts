import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acknowledging } from '../../../src/slack/connection/acknowledge.ts';

let server: Server;
let answer: unknown;
let again: Promise<void> | null;
beforeEach(async () => {
  again = null;
  server = createServer((_, response) => {
    const ack = acknowledging(response);
    void ack(answer);
    again = ack('once more');
    again.catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function received(given: unknown): Promise<{ status: number; type: string | null; text: string }> {
  answer = given;
  // A listening server on a TCP port has an AddressInfo.
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

test('whatever an answer says arrives as it is, also a second time and with other words around the same blocks', async () => {
  const blocks = fc.array(fc.record({ type: fc.constant('section'), text: fc.string({ unit: 'binary' }) }));
  const around = fc.dictionary(
    fc.string().filter((key) => key !== 'blocks' && key !== '__proto__'),
    fc.option(fc.jsonValue(), { nil: undefined }),
  );
  await fc.assert(
    fc.asyncProperty(blocks, around, around, async (own, first, second) => {
      for (const rest of [first, second, first]) {
        const { status, type, text } = await received({ ...rest, blocks: own });
        expect([status, type]).toEqual([200, 'application/json']);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...rest, blocks: own })));
      }
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['nothing', undefined, ''],
  ['a form', { response_action: 'clear' }, '{"response_action":"clear"}'],
])('%s arrives as Bolt sends it', async (_, given, text) => {
  expect(await received(given)).toMatchObject({ status: 200, text });
});

test('a request is acknowledged once', async () => {
  await received({ blocks: [] });
  await expect(again).rejects.toThrow('multiple times');
});
