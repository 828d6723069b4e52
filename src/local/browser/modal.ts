const closed = new WeakSet<HTMLDialogElement>();

/** A modal keeps the focus in itself. Escape closes it at once; the server is told as by its button. */
export function openModal(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.modal');
  if (!dialog || dialog.open || closed.has(dialog)) return;
  dialog.showModal();
  dialog.addEventListener('close', () => {
    closed.add(dialog);
    dialog.querySelector<HTMLButtonElement>('button.close')?.click();
  });
}
