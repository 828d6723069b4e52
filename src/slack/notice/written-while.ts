import type { FetchFunction } from '@slack/web-api';
import { Agent, type Dispatcher, request } from 'undici';

/** Gives a request up in the moment in which it would be written: its connection may have taken long, or the process stood still. */
function guarding(mayBeWritten: () => boolean, giveUp: () => Error): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        if (mayBeWritten()) handler.onRequestStart?.(controller, context);
        else controller.abort(giveUp());
      },
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => handler.onResponseError?.(...given),
    });
}

/** A fetch, and whether it gave its last request up, of which then nobody has got anything. */
interface Guarded {
  fetch: FetchFunction;
  gaveUp: () => boolean;
}

/** Gives a fetch for one message, which may be written as long as it says so. */
export type WrittenWhile = (mayBeWritten: () => boolean) => Guarded;

/**
 * A fetch that asks once more right before it writes, with nothing awaited in between. The usual one would write the body
 * some turns later, and lets nobody know the moment.
 * @param dispatcher the way through a proxy; null where there is none
 */
export function createWrittenWhile(dispatcher: Dispatcher | null): WrittenWhile {
  // Not the global one: whether that is Node's own, which speaks an older language, depends on who was first.
  const through = dispatcher ?? new Agent();
  return (mayBeWritten) => fetchThrough(through, mayBeWritten);
}

function fetchThrough(through: Dispatcher, mayBeWritten: () => boolean): Guarded {
  let gaveUp = false;
  const dispatcher = through.compose(
    guarding(mayBeWritten, () => {
      gaveUp = true;
      return new Error('it was too late to write the request');
    }),
  );
  return {
    gaveUp: () => gaveUp,
    fetch: async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
      if (typeof body !== 'string') throw new TypeError('only text can be written in one go');
      gaveUp = false;
      const answer = await request(url, { method, headers, body, dispatcher, ...(signal ? { signal } : {}) });
      const pairs = Object.entries(answer.headers).flatMap(([name, values = []]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      );
      const text = await answer.body.text();
      // Some statuses forbid even an empty body.
      return new Response(text === '' ? null : text, { status: answer.statusCode, headers: pairs });
    },
  };
}
