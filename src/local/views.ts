import type { View } from './state.ts';

/** What a form holds, by the name of its fields. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** A modal that somebody has open, with what they have typed and what the bot refused. */
export interface OpenView {
  view: View;
  values: Form;
  /** By block_id. */
  errors: Readonly<Record<string, string>>;
}

/** Every person's stack of modals. They end with the program, as Slack's end with a reload. */
export interface Views {
  top(user: string): OpenView | null;
  find(user: string, viewId: string): OpenView | null;
  /** A modal on top of none: whatever was open is gone. */
  open(user: string, view: View): void;
  push(user: string, view: View): void;
  /** Puts a newer version in the place of the one with its id, whoever has it; what was typed stays. */
  update(view: View): void;
  keep(user: string, viewId: string, entered: Partial<Pick<OpenView, 'values' | 'errors'>>): void;
  /** Closes one and shows what was below it. */
  close(user: string, viewId: string): void;
  clear(user: string): void;
}

/** `changed` is called after every change, for the pages that show it. */
export function createViews(changed: () => void): Views {
  const stacks = new Map<string, OpenView[]>();
  const stack = (user: string): OpenView[] => stacks.get(user) ?? [];
  const fresh = (view: View): OpenView => ({ view, values: new Map(), errors: {} });
  const put = (user: string, views: OpenView[]): void => {
    stacks.set(user, views);
    changed();
  };
  const change = (user: string, viewId: string, by: (one: OpenView) => OpenView): void =>
    put(
      user,
      stack(user).map((one) => (one.view.id === viewId ? by(one) : one)),
    );
  return {
    top: (user) => stack(user).at(-1) ?? null,
    find: (user, viewId) => stack(user).find(({ view }) => view.id === viewId) ?? null,
    open: (user, view) => put(user, [fresh(view)]),
    push: (user, view) => put(user, [...stack(user), fresh(view)]),
    update: (view) => {
      for (const user of stacks.keys()) change(user, view.id, (one) => ({ ...one, view, errors: {} }));
    },
    keep: (user, viewId, { values = new Map(), errors }) =>
      change(user, viewId, (one) => ({
        ...one,
        // A form sends every field it has; one that is missing was not there to be sent.
        values: new Map([...one.values, ...values]),
        errors: errors ?? one.errors,
      })),
    close: (user, viewId) =>
      put(
        user,
        stack(user).filter(({ view }) => view.id !== viewId),
      ),
    clear: (user) => put(user, []),
  };
}
