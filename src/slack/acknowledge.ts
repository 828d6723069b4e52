import type { ServerResponse } from 'node:http';
import { type AckFn, HTTPModuleFunctions, ReceiverMultipleAckError } from '@slack/bolt';

/** What carries blocks: an answer, not a form. */
type Answer = object & { blocks: readonly unknown[] };

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'blocks' in answer && Array.isArray(answer.blocks);
}

/** Blocks as they were written: those of an answer that many ask for are the same object each time, and never change. */
const written = new WeakMap<object, Buffer>();

/** An answer as JSON, of which only what is new is made. */
function bytesOf({ blocks, ...rest }: Answer): Buffer {
  const own = written.get(blocks) ?? Buffer.from(JSON.stringify(blocks));
  written.set(blocks, own);
  const before = Object.keys(rest).length === 0 ? '{' : `${JSON.stringify(rest).slice(0, -1)},`;
  return Buffer.concat([Buffer.from(`${before}"blocks":`), own, Buffer.from('}')]);
}

/**
 * Acknowledges a request over HTTP, as Bolt does; but ten kilobytes of blocks that many people get are not made into JSON for
 * each of them. @throws ReceiverMultipleAckError the second time.
 */
export function acknowledging(response: ServerResponse): AckFn<unknown> {
  let isDone = false;
  return async (answer) => {
    if (isDone) throw new ReceiverMultipleAckError();
    isDone = true;
    if (isAnswer(answer)) response.writeHead(200, { 'content-type': 'application/json' }).end(bytesOf(answer));
    else HTTPModuleFunctions.buildContentResponse(response, answer);
  };
}
