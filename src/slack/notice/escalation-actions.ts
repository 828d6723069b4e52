import { roundValue } from '../../view/desk/desk-values.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import { createBoardScreen } from '../report/board-screen.ts';
import type { Services } from '../services.ts';

/** «照会の状況» under a notice, which stays as it is. */
export function createEscalationActions(services: Services) {
  const { onClick } = createDeskListeners(services);
  const { show } = createBoardScreen(services);
  return {
    onBoard: onClick('notice-board', roundValue, async ({ round }, { user }) => ({
      kind: 'aside',
      view: await show(user, round),
    })),
  };
}
