import type { ServerResponse } from 'node:http';
import { type AckFn, HTTPModuleFunctions, ReceiverMultipleAckError } from '@slack/bolt';

/** What carries blocks: an answer, not a form. */
type Answer = object & { blocks: readonly object[] };

/** Unlike Buffer it gives each text memory of its own, so that what is kept does not hold what is not. */
const encoder = new TextEncoder();
const end = encoder.encode(']}');

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'blocks' in answer && Array.isArray(answer.blocks);
}

/** Blocks as they were written, with a comma before: those that many answers hold are the same object each time, and never change. */
const written = new WeakMap<object, Uint8Array>();

function bytesOf(block: object): Uint8Array {
  const own = written.get(block) ?? encoder.encode(`,${JSON.stringify(block)}`);
  written.set(block, own);
  return own;
}

/** An answer as JSON, of which only what is new is made. */
function jsonOf({ blocks, ...rest }: Answer): Buffer {
  const around = JSON.stringify(rest);
  const before = around === '{}' ? '{' : `${around.slice(0, -1)},`;
  const [first, ...others] = blocks.map(bytesOf);
  return Buffer.concat([encoder.encode(`${before}"blocks":[`), ...(first ? [first.subarray(1)] : []), ...others, end]);
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
    if (isAnswer(answer)) response.writeHead(200, { 'content-type': 'application/json' }).end(jsonOf(answer));
    else HTTPModuleFunctions.buildContentResponse(response, answer);
  };
}
