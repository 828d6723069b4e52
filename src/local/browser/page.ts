/** local/browser: what the workspace's page does by itself; everything else is asked of the server, and comes back drawn. */
import { startComposer } from './composer.js';
import { enhanceTables } from './data-table.js';

const app = (): HTMLElement | null => document.getElementById('app');

/** Shows a new message from its beginning: an answer is read from the top. What has been read stays where it is. */
let newest: string | undefined;
function followConversation(): void {
  const articles = document.querySelectorAll<HTMLElement>('.conversation article');
  const now = `${app()?.dataset.place} ${articles.length}`;
  if (now === newest) return;
  newest = now;
  articles[articles.length - 1]?.scrollIntoView({ block: 'start' });
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
const refresh = () => document.getElementById('refresh')?.dispatchEvent(new Event('changed'));
events.addEventListener('changed', refresh);
// What happened before the page began to listen, or while the program was down.
events.addEventListener('connected', refresh);
