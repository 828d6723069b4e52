const articles = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.conversation article')];

let seen: { place: string; ids: ReadonlySet<string> } = { place: '', ids: new Set() };
let anchor: { article: HTMLElement; top: number } | null = null;

/** The box that scrolls: the conversation, or on a narrow screen the page. */
function scroller(): Element | null {
  const box = document.querySelector('.conversation');
  return box && getComputedStyle(box).overflowY === 'auto' ? box : document.scrollingElement;
}

/** Call before the page changes: the message that is being read shall stay where it is. */
export function rememberPlace(): void {
  const top = document.querySelector('.conversation')?.getBoundingClientRect().top ?? 0;
  const article = articles().find((one) => one.getBoundingClientRect().bottom > Math.max(0, top));
  anchor = article ? { article, top: article.getBoundingClientRect().top } : null;
}

/** Shows a new message from its beginning: an answer is read from the top. Otherwise what is being read stays where it is. */
export function followConversation(place: string): void {
  const all = articles();
  const known = place === seen.place ? seen.ids : new Set<string>();
  const firstKnown = all.findIndex(({ id }) => known.has(id));
  // Messages before those that were there already are earlier ones that the reader asked for.
  const fresh = all.filter(({ id }, index) => !known.has(id) && index > firstKnown).at(-1);
  seen = { place, ids: new Set(all.map(({ id }) => id)) };
  if (fresh && (firstKnown >= 0 || known.size === 0)) fresh.scrollIntoView({ block: 'start' });
  else if (anchor?.article.isConnected) {
    scroller()?.scrollBy(0, anchor.article.getBoundingClientRect().top - anchor.top);
  }
}
