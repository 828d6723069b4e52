import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { layOut } from '../../view/lay-out.ts';
import { inTime } from '../in-time.ts';
import type { Services } from '../services.ts';

/**
 * `/plan …`: the answer travels in the acknowledgement, one round trip, private to the person who asked. It stands ahead of all
 * listeners, for Bolt makes each of them ready for whatever comes, which took a quarter of an answer.
 */
export function onCommand(
  name: string,
  { answering, newerBlocks, once, rim }: Services,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if (!('command' in args) || args.command.command !== name) return args.next();
    const { ack, command } = args;
    const gesture = `command ${command.trigger_id}`;
    await rim.run(
      'command',
      async () => {
        // Socket Mode redelivers an envelope whose acknowledgement came late; the first delivery has answered.
        if (!once(gesture)) return ack();
        const view = await inTime(answering.view('command', command.text, { user: command.user_id, alone: true }));
        try {
          await ack({ response_type: 'ephemeral', ...layOut(view, { surface: 'message', newerBlocks }) });
        } catch (error) {
          // The socket was gone before the answer: it goes with the envelope's next delivery.
          once.forget(gesture);
          throw error;
        }
      },
      (text) => ack({ response_type: 'ephemeral', text }),
    );
  };
}
