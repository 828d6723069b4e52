const field = (): HTMLTextAreaElement | null => document.querySelector('textarea#text');

function put(text: string): void {
  const input = field();
  if (!input) return;
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
}

/** Whether commands are being suggested: a page drawn anew comes without them. */
let listing = false;

function hide(list: HTMLElement): void {
  listing = false;
  list.hidden = true;
  choose(null);
}

/** Commands that begin with what is typed, to choose with the arrow keys. */
function suggest(): void {
  const input = field();
  const list = document.getElementById('commands');
  if (!input || !list) return;
  const typed = input.value;
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  for (const option of options) option.hidden = !option.innerText.startsWith(typed) || option.innerText === typed;
  listing = typed.startsWith('/') && options.some((option) => !option.hidden);
  list.hidden = !listing;
  choose(null);
}

function choose(option: HTMLElement | null): void {
  const input = field();
  for (const one of document.querySelectorAll('#commands [role=option]')) {
    one.setAttribute('aria-selected', String(one === option));
  }
  input?.setAttribute('aria-expanded', String(document.getElementById('commands')?.hidden === false));
  if (option) input?.setAttribute('aria-activedescendant', option.id);
  else input?.removeAttribute('aria-activedescendant');
}

function move(step: 1 | -1): void {
  const options = [...document.querySelectorAll<HTMLElement>('#commands [role=option]:not([hidden])')];
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  choose(options.at((at + step + (at === -1 && step === -1 ? 1 : 0)) % options.length) ?? null);
}

function take(option: HTMLElement): void {
  put(option.innerText);
  suggest();
}

/** The input line: Enter sends, ↑ brings back what was sent before, «/» shows commands, an example is sent by a click. */
export function startComposer(app: () => HTMLElement | null): void {
  let back = 0;
  const sent = (): string[] => JSON.parse(app()?.dataset.typed ?? '[]');

  function goBack(step: 1 | -1): void {
    const texts = sent();
    back = Math.min(Math.max(0, back + step), texts.length);
    put(back === 0 ? '' : (texts.at(-back) ?? ''));
  }

  function onKey(event: KeyboardEvent, input: HTMLTextAreaElement): void {
    const list = document.getElementById('commands');
    const listed = list?.hidden === false;
    const chosen = list?.querySelector<HTMLElement>('[aria-selected=true]');
    // Enter ends a conversion of kana to kanji and must not send.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (chosen) take(chosen);
      else input.form?.requestSubmit();
    } else if (event.key === 'Escape' && list) {
      hide(list);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const between = input.value !== '' && back === 0;
      if (!listed && between) return;
      event.preventDefault();
      if (listed && back === 0) move(step);
      else goBack(step === 1 ? -1 : 1);
    }
  }

  document.addEventListener('keydown', (event) => {
    const input = field();
    if (input && event.target === input) onKey(event, input);
  });
  // A file is sent as soon as it is chosen, as if it had been dropped into the conversation.
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file' && target.form?.classList.contains('composer')) {
      target.form.requestSubmit();
      target.form.addEventListener('htmx:after:request', () => (target.value = ''), { once: true });
    }
  });
  document.addEventListener('input', (event) => {
    if (event.target !== field()) return;
    back = 0;
    suggest();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { example } = target.dataset;
    if (target.getAttribute('role') === 'option') take(target);
    if (example === undefined) return;
    put(example);
    field()?.form?.requestSubmit();
  });
  // Examples stand in a row that is wider than a narrow screen.
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset.example !== undefined)
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    const list = document.getElementById('commands');
    if (list && !(relatedTarget instanceof Node && list.contains(relatedTarget))) hide(list);
  });
  // What came to nothing stays in the line; what was sent leaves it, once the bot has taken it.
  document.addEventListener('htmx:after:swap', ({ target }) => {
    const input = field();
    if (!input) return;
    const refused = document.querySelector('.problem')?.textContent !== '';
    const answered = target instanceof HTMLElement && target.matches('form.composer');
    if (answered && !refused && sent().at(-1) === input.value.trim()) {
      input.value = '';
      back = 0;
    }
    if (listing || answered) suggest();
  });
}
