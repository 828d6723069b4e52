import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewAction,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { type ActionId, type CallbackId, routeOf } from '../view/action-ids.ts';

type ActionArgs = Omit<SlackActionMiddlewareArgs<BlockAction>, 'say'> & Pick<AllMiddlewareArgs, 'client'>;
type ViewArgs<V extends SlackViewAction> = SlackViewMiddlewareArgs<V> & Pick<AllMiddlewareArgs, 'client'>;

/** Written as methods, so that a listener for one kind of element may stand among listeners for others: the id tells which it gets. */
interface Listeners {
  action(args: ActionArgs): Promise<void>;
  submitted(args: ViewArgs<ViewSubmitAction>): Promise<void>;
  closed(args: ViewArgs<ViewClosedAction>): Promise<void>;
}

/** Which listener a press or a form goes to, by the id it carries. */
export interface Routes {
  action(id: ActionId, listen: Listeners['action']): void;
  submitted(id: CallbackId, listen: Listeners['submitted']): void;
  closed(id: CallbackId, listen: Listeners['closed']): void;
}

/**
 * Registers one listener with Bolt for all presses, and one for all forms. Bolt runs every listener's
 * middleware for everything that comes: a hundred of them cost each answer twice the time of Bolt itself.
 */
export function createRoutes(app: App): Routes {
  const actions = new Map<string, Listeners['action']>();
  const submitted = new Map<string, Listeners['submitted']>();
  const closed = new Map<string, Listeners['closed']>();
  app.action<BlockAction>({ type: 'block_actions' }, async (args) =>
    actions.get(routeOf(args.action.action_id))?.(args),
  );
  app.view({}, async (args) => {
    const id = args.view.callback_id;
    // The body's type tells which of both it is.
    if (args.body.type === 'view_submission') await submitted.get(id)?.(args as ViewArgs<ViewSubmitAction>);
    else await closed.get(id)?.(args as ViewArgs<ViewClosedAction>);
  });
  return {
    action: (id, listen) => void actions.set(id, listen),
    submitted: (id, listen) => void submitted.set(id, listen),
    closed: (id, listen) => void closed.set(id, listen),
  };
}
