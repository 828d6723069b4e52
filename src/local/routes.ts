import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readDate } from './calendar-clock.ts';
import type { Problem } from './gestures.ts';
import { renderPage } from './page/document.tsx';
import { type PageParts, pageModel } from './page-model.ts';
import { type Persona, personas, places } from './people.ts';
import type { Pressing } from './pressing.ts';
import { readFile, readForm } from './read-form.ts';
import type { Submitting } from './submitting.ts';
import type { Writing } from './writing.ts';

export interface RouteParts {
  pages: PageParts;
  gestures: Writing & Pressing & Submitting;
  /** A file's bytes as a person may have them; null where it is gone. */
  download(persona: Persona, id: string): Promise<Response | null>;
  /** Writes down by how many seconds the clock differs from the real one, and lets the bot look at it. */
  moveClock(days: number): void;
  reset(): Promise<void>;
}

const addressSchema = z.object({ persona: z.enum(personas), place: z.enum(places) });
type Address = z.infer<typeof addressSchema>;
const countSchema = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);
const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), conversation: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('view'), id: z.string() }),
  z.object({ kind: z.literal('home') }),
]);
const shortcutSchema = z.object({ callback: z.string(), conversation: z.string(), ts: z.string() });
/** A year of open days at once. */
const forwardSchema = z.coerce.number().int().min(0).max(250);

/** Enough of what was typed to know it again. */
const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text);

type ProblemCode = Problem | 'bad-request' | 'bad-date';

/** The pages, and what can be done on them. Every gesture is answered with the page as it stands after it. */
export function createRoutes({ pages, gestures, download, moveClock, reset }: RouteParts): Hono {
  const app = new Hono();
  const { wording, command, clock } = pages;

  /** What went wrong with each one's last gesture: it stays on the page until the next. */
  const problems = new Map<Persona, string>();

  function show(context: Context, address: Address) {
    const count = countSchema.parse(context.req.query('count') ?? context.req.header('x-count'));
    const problem = problems.get(address.persona) ?? null;
    return context.html(
      renderPage(pageModel(pages, { ...address, problem, ...(count === undefined ? {} : { count }) })),
    );
  }
  function after(context: Context, address: Address, code: ProblemCode | null, typed = '') {
    if (code) problems.set(address.persona, wording.plain('local.problem', { code, typed: excerpt(typed), command }));
    else problems.delete(address.persona);
    return show(context, address);
  }

  const addressOf = (context: Context): Address | null => addressSchema.safeParse(context.req.param()).data ?? null;
  const notFound = (context: Context) => context.text(wording.plain('local.not_found', {}), 404);
  /** A gesture on a page of somebody's; a page that nobody has is none. */
  const on = (gesture: string, act: (context: Context, address: Address) => Promise<Response>): void => {
    app.post(`/:persona/:place/${gesture}`, async (context) => {
      const address = addressOf(context);
      return address ? act(context, address) : notFound(context);
    });
  };

  app.get('/', (context) => context.redirect('/staff/navi'));
  app.get('/:persona/:place', async (context) => {
    const address = addressOf(context);
    if (!address) return notFound(context);
    // Only opening the Home tells the bot so; drawing it anew after a change does not.
    if (context.req.header('hx-request') !== undefined) return show(context, address);
    return after(context, address, address.place === 'home' ? await gestures.openHome(address.persona) : null);
  });

  app.get('/:persona/files/:id', async (context) => {
    const persona = z.enum(personas).safeParse(context.req.param('persona')).data;
    const file = persona ? await download(persona, context.req.param('id')) : null;
    if (!file) return notFound(context);
    const name = encodeURIComponent(context.req.query('name') ?? 'file');
    return context.body(await file.arrayBuffer(), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });

  on('send', async (context, address) => {
    const file = await readFile(context);
    if (file) return after(context, address, await gestures.sendFile(address.persona, address.place, file));
    const text = (await readForm(context)).get('text')?.[0];
    if (text === undefined) return after(context, address, 'bad-request');
    return after(context, address, await gestures.send(address.persona, address.place, text), text);
  });
  on('act', async (context, address) => {
    const form = await readForm(context);
    const source = sourceSchema.safeParse(context.req.query()).data;
    const [blockId, actionId] = [form.get('block_id')?.[0], form.get('action_id')?.[0]];
    if (!source || blockId === undefined || actionId === undefined) return after(context, address, 'bad-request');
    return after(context, address, await gestures.act(address.persona, source, { blockId, actionId }, form));
  });
  on('views/:id/submit', async (context, address) =>
    after(
      context,
      address,
      await gestures.submit(address.persona, context.req.param('id') ?? '', await readForm(context)),
    ),
  );
  on('views/:id/close', async (context, address) =>
    after(context, address, await gestures.close(address.persona, context.req.param('id') ?? '')),
  );
  on('shortcut', async (context, address) => {
    const asked = shortcutSchema.safeParse(context.req.query()).data;
    if (!asked) return after(context, address, 'bad-request');
    const { callback, conversation, ts } = asked;
    return after(context, address, await gestures.shortcut(address.persona, callback, conversation, ts));
  });
  on('clock', async (context, address) => {
    const [days, hours] = ['forward', 'wait'].map((name) => forwardSchema.safeParse(context.req.query(name)).data);
    if (days !== undefined) {
      moveClock(clock.forward(days));
      return after(context, address, null);
    }
    if (hours !== undefined) {
      moveClock(clock.wait(hours));
      return after(context, address, null);
    }
    const typed = (await readForm(context)).get('date')?.[0] ?? '';
    const date = readDate(typed);
    if (!date) return after(context, address, 'bad-date', typed);
    moveClock(clock.to(date));
    return after(context, address, null);
  });
  on('reset', async (context, address) => {
    await reset();
    return after(context, address, null);
  });
  app.notFound(notFound);
  return app;
}
