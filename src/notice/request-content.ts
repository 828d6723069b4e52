import { isPending } from '../report/exclusion-request.ts';
import { owes } from '../report/progress.ts';
import type { Circumstances } from './circumstances.ts';
import type { Requested } from './content.ts';
import type { Notice } from './notice.ts';

type RequestNotice = Extract<Notice, { kind: 'request' }>;

/** What has become of a request; the board of its round, and the request as it is stored, where they are still there. */
function look({ round, section, at }: Pick<RequestNotice, 'round' | 'section' | 'at'>, circumstances: Circumstances) {
  const board = circumstances.boards.find((one) => one.round.id === round);
  const request = circumstances.requests.find((one) => one.round === round && one.section === section && one.at === at);
  const progress = board?.progress.sections.find((one) => one.section === section);
  const exclusions = board?.round.exclusions ?? [];
  const state = ((): Requested['state'] => {
    if (request?.declined) return { kind: 'declined', ...request.declined };
    if (request && !isPending(request, exclusions)) return { kind: 'granted' };
    return request && progress && owes(progress.stage) ? { kind: 'pending' } : { kind: 'overtaken' };
  })();
  return { board, request, state };
}

/** A section's request for a coordinator; null where nothing is left to decide. */
export function composeRequest({ to, ...notice }: RequestNotice, circumstances: Circumstances): Requested | null {
  const { board, request, state } = look(notice, circumstances);
  if (!board || !request || state.kind !== 'pending') return null;
  const { title } = board.round;
  return { kind: 'request', to, title, request, state };
}

/** A request that went out as it should look now. */
export function followRequest(requested: Requested, circumstances: Circumstances): Requested {
  const { request, state } = look(requested.request, circumstances);
  return {
    ...requested,
    request: request ?? requested.request,
    // What was decided stays decided when the round is over.
    state: requested.state.kind === 'pending' || state.kind !== 'overtaken' ? state : requested.state,
  };
}
