/** Where the keyboard was: an element, and how to find what stands in its place after the page was drawn anew. */
interface Spot {
  element: HTMLElement;
  root: string;
  index: number;
}

const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
const stopsIn = (root: string): HTMLElement[] => [
  ...(document.getElementById(root)?.querySelectorAll<HTMLElement>(stops) ?? []),
];

let onPage: Spot | null = null;
let inModal: Spot | null = null;

/** Call before anything that may take the focus away: a pressed button is disabled until its answer is there. */
export function rememberFocus(): void {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return;
  const root = element.closest('[id]')?.id ?? '';
  const spot = { element, root, index: stopsIn(root).indexOf(element) };
  if (element.closest('dialog')) inModal = spot;
  else onPage = spot;
}

/** Puts the keyboard back where it was: after a modal, where it was opened; else to the input line, where one goes on. */
export function giveFocusBack(): void {
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body) return;
  const modal = document.querySelector<HTMLDialogElement>('dialog[open]');
  const spot = modal ? inModal : onPage;
  const same = spot?.element.isConnected ? spot.element : undefined;
  const successor = spot ? (stopsIn(spot.root)[spot.index] ?? document.getElementById(spot.root)) : null;
  const fallback = modal?.querySelector<HTMLElement>('button.close') ?? document.getElementById('text');
  for (const candidate of [same, successor, fallback]) {
    candidate?.focus({ preventScroll: true });
    if (candidate && document.activeElement === candidate) return;
  }
}
