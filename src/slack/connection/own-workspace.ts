import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { ViewContext } from '../../view/context.ts';
import { refusalText } from '../../view/refusal-view.ts';
import type { Rim } from '../rim.ts';
import type { Identity } from './identity.ts';

interface OwnWorkspaceOptions {
  identity: Identity;
  rim: Rim;
  viewContext: () => ViewContext;
}

/** The workspace that somebody acts from: of a command, or of a click or a form. */
const teamSchema = z.union([
  z.looseObject({ command: z.string(), team_id: z.string() }).transform(({ team_id }) => team_id),
  z.looseObject({ user: z.looseObject({ team_id: z.string() }) }).transform(({ user }) => user.team_id),
]);

/**
 * Turns away commands, clicks and forms that come from another workspace, whoever they say it is: an id means somebody only in
 * the workspace that gave it. Messages in shared channels are left to what Slack says of their authors.
 */
export function ownWorkspaceOnly({ identity, rim, viewContext }: OwnWorkspaceOptions): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const own = identity.teamId();
    const team = teamSchema.safeParse(args.body).data;
    if (own === null || team === undefined || team === own) return args.next();
    const text = refusalText({ ok: false, code: 'outsider', whoCan: ['member'] }, viewContext());
    await rim.run(
      'own-workspace',
      async () => {
        if ('command' in args) await args.ack({ response_type: 'ephemeral', text });
        else if ('ack' in args) {
          await args.ack?.();
          if ('respond' in args) await args.respond?.({ text, response_type: 'ephemeral', replace_original: false });
        }
      },
      async () => undefined,
    );
  };
}
