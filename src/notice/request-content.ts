import { type ExclusionRequest, isPending } from '../report/exclusion-request.ts';
import { owes } from '../report/progress.ts';
import type { Circumstances } from './circumstances.ts';
import type { Decided, Requested } from './content.ts';
import type { Notice } from './notice.ts';
import type { Placed } from './outbox.ts';

type RequestNotice = Extract<Notice, { kind: 'request' }>;
type DecisionNotice = Extract<Notice, { kind: 'decision' }>;

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

/** What became of a request, for who made it; null where it is not decided, or the section has asked anew. */
export function composeDecision({ to, ...notice }: DecisionNotice, circumstances: Circumstances): Decided | null {
  const { board, request, state } = look(notice, circumstances);
  if (!board || !request || (state.kind !== 'granted' && state.kind !== 'declined')) return null;
  return { kind: 'decision', to, title: board.round.title, request };
}

/** Who is to hear of a request as it stands: the coordinators while it waits, who asked once it is decided. */
function aboutRequest({ round, section, at, by }: ExclusionRequest, circumstances: Circumstances): Notice[] {
  const about = { round, section, at };
  switch (look(about, circumstances).state.kind) {
    case 'pending':
      return circumstances.coordinators.map((to) => ({ kind: 'request', to, ...about }));
    case 'granted':
    case 'declined':
      return [{ kind: 'decision', to: by.user, ...about }];
    case 'overtaken':
      return [];
  }
}

/** Everything that is to be said of the requests of open rounds; what has been placed before stays as it is. */
export function aboutRequests(circumstances: Circumstances): Placed[] {
  return circumstances.requests
    .flatMap((request) => aboutRequest(request, circumstances))
    .map((notice) => ({ notice, notBefore: circumstances.now, inThreadOf: null }));
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
