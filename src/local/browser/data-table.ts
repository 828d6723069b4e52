/** What a reader has done to a table. It lives with the element, which stays when the page around it is morphed. */
interface State {
  column: number | null;
  descending: boolean;
  page: number;
}

const states = new WeakMap<Element, State>();
const listening = new WeakSet<Element>();
const collator = new Intl.Collator('ja', { numeric: true });

/** Buttons are the only way in: a header that is clicked is reached by keyboard too. */
function onClick(button: HTMLElement, does: () => void): void {
  if (listening.has(button)) return;
  listening.add(button);
  button.addEventListener('click', does);
}

function compare(one: HTMLTableRowElement, other: HTMLTableRowElement, column: number, byNumber: boolean): number {
  const [a, b] = [one.cells[column], other.cells[column]];
  if (!a || !b) return 0;
  return byNumber ? Number(a.dataset.value) - Number(b.dataset.value) : collator.compare(a.innerText, b.innerText);
}

/** The rows in the order asked for; those without a value stay last, whichever way the column is sorted. */
function ordered(table: HTMLTableElement, { column, descending }: State): HTMLTableRowElement[] {
  const rows = [...(table.tBodies[0]?.rows ?? [])].sort((a, b) => Number(a.dataset.row) - Number(b.dataset.row));
  if (column === null) return rows;
  const byNumber = table.tHead?.rows[0]?.cells[column]?.dataset.by === 'number';
  const absent = (row: HTMLTableRowElement): boolean => byNumber && row.cells[column]?.dataset.value === undefined;
  const present = rows.filter((row) => !absent(row));
  present.sort((a, b) => compare(a, b, column, byNumber) * (descending ? -1 : 1));
  return [...present, ...rows.filter(absent)];
}

function showPages(box: HTMLElement, state: State, rows: readonly HTMLTableRowElement[]): void {
  const size = Number(box.dataset.pageSize);
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  state.page = Math.min(Math.max(0, state.page), last);
  const from = state.page * size;
  rows.forEach((row, index) => {
    row.hidden = index < from || index >= from + size;
  });
  const pages = box.querySelector<HTMLElement>('.data-table-pages');
  const range = pages?.querySelector<HTMLElement>('[role=status]');
  if (!pages || !range) return;
  pages.hidden = last === 0;
  const numbers = { from: from + 1, to: Math.min(from + size, rows.length), count: rows.length };
  const text = (box.dataset.range ?? '').replace(/\{(from|to|count)\}/gu, (whole, name) =>
    // The pattern matches these three names only.
    String(numbers[name as keyof typeof numbers] ?? whole),
  );
  if (range.textContent !== text) range.textContent = text;
  for (const button of pages.querySelectorAll<HTMLElement>('[data-turn]')) {
    const target = state.page + Number(button.dataset.turn);
    // Not `disabled`, which would drop the focus of whoever pressed it last.
    button.setAttribute('aria-disabled', String(target < 0 || target > last));
    onClick(button, () => {
      state.page += Number(button.dataset.turn);
      show(box, state);
    });
  }
}

function showHeads(box: HTMLElement, table: HTMLTableElement, state: State): void {
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => {
    let button = head.querySelector<HTMLButtonElement>('button.sort');
    if (!button) {
      button = head.ownerDocument.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.title = box.dataset.sortTitle ?? '';
      button.append(...head.childNodes);
      head.append(button);
    }
    const own = state.column === column;
    head.setAttribute('aria-sort', own ? (state.descending ? 'descending' : 'ascending') : 'none');
    onClick(button, () => {
      // Up, down, and back to the order in which the bot gave them.
      const again = state.column === column;
      state.column = again && state.descending ? null : column;
      state.descending = again && !state.descending;
      state.page = 0;
      show(box, state);
    });
  });
}

function show(box: HTMLElement, state: State): void {
  const table = box.querySelector('table');
  if (!table) return;
  const rows = ordered(table, state);
  table.tBodies[0]?.append(...rows);
  showHeads(box, table, state);
  showPages(box, state, rows);
}

/**
 * Makes the data tables under a node sort and page. May be called again at any time: after the page was morphed, it shows
 * each table as its reader had left it.
 */
export function enhanceTables(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>('.data-table')) {
    const state = states.get(box) ?? { column: null, descending: false, page: 0 };
    states.set(box, state);
    show(box, state);
  }
}
