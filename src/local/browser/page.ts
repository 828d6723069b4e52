/** local/browser: what the workspace's page does by itself; everything else is asked of the server, and comes back drawn. */
import { startComposer } from './composer.js';
import { followConversation, rememberPlace } from './conversation.js';
import { enhanceTables } from './data-table.js';
import { giveFocusBack, rememberFocus } from './focus.js';
import { openModal } from './modal.js';

const app = (): HTMLElement | null => document.getElementById('app');
const ofGesture = ({ target }: Event): boolean => target instanceof HTMLElement && target.id !== 'refresh';

/** After every swap: new elements learn what the old ones knew. */
function enhance(): void {
  enhanceTables(document);
  openModal();
  followConversation(app()?.dataset.place ?? '');
}

interface RequestEvent extends Event {
  /** https://htmx.org/reference: what a request is made of. */
  detail: { ctx: { request: { headers: Record<string, string> } } };
}

declare global {
  interface DocumentEventMap {
    'htmx:config:request': RequestEvent;
  }
}

document.addEventListener('htmx:config:request', (event) => {
  // How far back the reader has gone: the page that comes back goes as far.
  event.detail.ctx.request.headers['x-count'] = app()?.dataset.count ?? '';
  if (ofGesture(event)) rememberFocus();
});
document.addEventListener('htmx:before:swap', () => {
  rememberFocus();
  rememberPlace();
});
document.addEventListener('htmx:after:swap', () => {
  enhance();
  giveFocusBack();
});

startComposer(app);
enhance();
document.getElementById('text')?.focus({ preventScroll: true });

const events = new EventSource('/events');
const refresh = () => document.getElementById('refresh')?.dispatchEvent(new Event('changed'));
const stopped = (is: boolean) => document.getElementById('stopped')?.toggleAttribute('hidden', !is);
events.addEventListener('changed', refresh);
// What happened before the page began to listen, or while the program was down.
events.addEventListener('connected', () => {
  stopped(false);
  refresh();
});
events.addEventListener('error', () => stopped(true));
