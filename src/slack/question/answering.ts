/** slack/question: what people ask of the plans, by the command, a mention, a message, a button or the App Home. */
import type { Answered } from '../../ask/answer.ts';
import type { Ask } from '../../ask/ask.ts';
import { itemAnswer } from '../../ask/item.ts';
import { sectionAnswer } from '../../ask/section-answer.ts';
import { type UserId, userIdSchema } from '../../report/person.ts';
import { slackPageLength } from '../../view/answer-view.ts';
import type { ViewContext } from '../../view/context.ts';
import { createDraw } from '../../view/draw.ts';
import { homeView } from '../../view/home-view.ts';
import type { View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import type { ShareValue } from '../../view/values.ts';
import { unlessLate } from '../in-time.ts';
import type { Reading } from './reading.ts';
import type { Screens } from './screens.ts';

/** Where a question came from, for the metrics. */
export type Entry = 'command' | 'action' | 'mention' | 'direct' | 'shortcut' | 'home';

/** Called after each answer; `seconds` is the time it took to find. */
type Observe = (entry: Entry, kind: Answered['kind'] | 'starting', seconds: number) => void;

interface Parts {
  ask: Ask;
  /** Answers that depend on who asks. */
  screens: Screens;
  reading: Reading;
  viewContext: () => ViewContext;
  observe: Observe;
  /** 次の週報, for those it concerns; nothing where there is none. */
  nextDigest?: (user: UserId) => Promise<View | null>;
  /** Milliseconds an answer may wait for the dictionary after a start; Slack allows three seconds in all. */
  patience: number;
}

/** Who asks, and whether nobody else will see the answer: only then does it say what is theirs alone. */
export interface Asker {
  user: string;
  alone: boolean;
}

/** Questions in, views out: what every way into the bot shares. */
export interface Answering {
  view(entry: Entry, text: string, asker: Asker, from?: number): Promise<View>;
  /** What a button or a modal stands for, with the words to name it by; null where the item is no longer there. */
  named(entry: Entry, value: ShareValue, asker: Asker): Promise<{ view: View; name: string } | null>;
  /** The App Home; `again` where it is only brought up to date, which is no question. */
  home(user: string, again?: boolean): Promise<View>;
}

export function createAnswering({
  ask,
  screens,
  reading,
  viewContext,
  observe,
  nextDigest,
  patience,
}: Parts): Answering {
  const draw = createDraw();

  /** The context with what was accepted for the KPIs of an answer. */
  async function contextFor(answer: Answered): Promise<ViewContext> {
    const kpis = answer.kind === 'item' || answer.kind === 'kpis' ? answer.kpis : [];
    return { ...viewContext(), accepted: await reading.accepted(kpis.map(({ kpi }) => kpi.id)) };
  }

  async function answerFor(entry: Entry, answer: () => Promise<Answered | null>, { user }: Pick<Asker, 'user'>) {
    const begun = performance.now();
    const [found, refusal] = await Promise.all([answer(), reading.refusal(user)]);
    observe(entry, found?.kind ?? 'starting', (performance.now() - begun) / 1000);
    return { found, refusal };
  }

  const answering: Answering = {
    async view(entry, text, asker, from = 0) {
      const { found, refusal } = await answerFor(entry, () => unlessLate(ask(text), patience, () => null), asker);
      if (refusal) return refusalView(refusal, viewContext());
      if (!found) return sentence('problem.starting', { command: viewContext().command }, viewContext());
      if (found.kind === 'screen' && asker.alone) return screens(asker.user, found);
      return draw(found, await contextFor(found), { from, length: slackPageLength });
    },
    async named(entry, value, asker) {
      if ('q' in value)
        return { view: await answering.view(entry, value.q, { ...asker, alone: false }), name: value.q };
      const { catalog } = viewContext();
      const item = catalog.item(value.item);
      if (!item) return null;
      const answer: Answered = { ...itemAnswer(item, catalog, item.title), shortenedTo: null };
      const { refusal } = await answerFor(entry, async () => answer, asker);
      const view = refusal
        ? refusalView(refusal, viewContext())
        : draw(answer, await contextFor(answer), { from: 0, length: slackPageLength });
      return { view, name: item.title };
    },
    async home(user, again = false) {
      const begun = performance.now();
      const [found, refusal] = await Promise.all([ask('指標'), reading.refusal(user)]);
      if (!again) observe('home', found.kind, (performance.now() - begun) / 1000);
      const context = viewContext();
      if (refusal) return refusalView(refusal, context);
      const [own, digest] = await Promise.all([reading.home(user), nextDigest?.(userIdSchema.parse(user)) ?? null]);
      const sections = (own?.sections ?? []).flatMap(({ section }) => context.catalog.section(section) ?? []);
      const facts = {
        overview: found.kind === 'kpi-overview' ? found : null,
        own,
        sections: sections.map((one) => sectionAnswer(one, context.catalog, one.id)),
        digest,
      };
      return homeView(facts, context);
    },
  };
  return answering;
}
