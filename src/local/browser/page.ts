/** local/browser: what the workspace's page does by itself; everything else is asked of the server, and comes back drawn. */
import { startComposer } from './composer.js';
import { enhanceTables } from './data-table.js';

const app = (): HTMLElement | null => document.getElementById('app');

/** Shows the newest message, unless the reader has scrolled up to an older one. */
let newest: string | undefined;
function followConversation(): void {
  const log = document.querySelector<HTMLElement>('.conversation');
  const last = log?.querySelector('article:last-of-type')?.id;
  const threads = log?.querySelectorAll('article').length;
  const now = `${app()?.dataset.place} ${last} ${threads}`;
  if (!log || now === newest) return;
  newest = now;
  log.scrollTop = log.scrollHeight;
}

/** A modal keeps the focus in itself; Escape closes it as its button does. */
function openModal(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.modal');
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dialog.querySelector<HTMLButtonElement>('button.close')?.click();
  });
}

/** After every swap: new elements learn what the old ones knew. */
function enhance(): void {
  enhanceTables(document);
  openModal();
  followConversation();
}

let focused: string | null = null;
document.addEventListener('htmx:before:swap', () => {
  focused = document.activeElement?.id ?? null;
});
document.addEventListener('htmx:after:swap', () => {
  enhance();
  // A modal that closed gives the focus back to the input line, where the next thing is typed.
  const lost = document.activeElement === document.body;
  if (lost) (document.getElementById(focused ?? '') ?? document.getElementById('text'))?.focus();
});

startComposer(app);
enhance();
document.getElementById('text')?.focus();

const events = new EventSource('/events');
events.addEventListener('changed', () => document.getElementById('refresh')?.dispatchEvent(new Event('changed')));
// After a restart of the program the page shows what is there now.
let connected = false;
events.addEventListener('connected', () => {
  if (connected) document.getElementById('refresh')?.dispatchEvent(new Event('changed'));
  connected = true;
});
