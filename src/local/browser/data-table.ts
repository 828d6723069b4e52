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

/** The cell of a row; nothing where the row is short. */
function cell(row: Element | undefined, column: number): HTMLElement | null {
  return row?.querySelector<HTMLElement>(`:scope > :nth-child(${column + 1})`) ?? null;
}

function heads(table: Element): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('thead th')];
}

/** The rows in the order asked for; those without a value stay last, whichever way the column is sorted. */
function ordered(table: Element, { column, descending }: State): HTMLElement[] {
  const rows = [...table.querySelectorAll<HTMLElement>('tbody tr')];
  rows.sort((a, b) => Number(a.dataset.row) - Number(b.dataset.row));
  if (column === null) return rows;
  const byNumber = heads(table)[column]?.dataset.by === 'number';
  const keyed = rows.map((row) => {
    const { dataset, textContent } = cell(row, column) ?? {};
    return { row, value: dataset?.value, text: textContent ?? '' };
  });
  const present = keyed.filter(({ value }) => !byNumber || value !== undefined);
  const absent = keyed.filter(({ value }) => byNumber && value === undefined);
  const way = descending ? -1 : 1;
  present.sort((a, b) =>
    byNumber ? (Number(a.value) - Number(b.value)) * way : collator.compare(a.text, b.text) * way,
  );
  return [...present, ...absent].map(({ row }) => row);
}

function showPages(box: HTMLElement, state: State, rows: readonly HTMLElement[]): void {
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

function showHeads(box: HTMLElement, table: Element, state: State): void {
  heads(table).forEach((head, column) => {
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
  table.querySelector('tbody')?.append(...rows);
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
