import { setTimeout as delay } from 'node:timers/promises';
import type { Answered } from '../ask/answer.ts';
import type { Ask } from '../ask/ask.ts';
import { itemAnswer } from '../ask/item.ts';
import { answerView, slackPageLength } from '../view/answer-view.ts';
import { section } from '../view/blocks.ts';
import type { ViewContext } from '../view/context.ts';
import { homeView } from '../view/home-view.ts';
import type { View } from '../view/lay-out.ts';
import type { ShareValue } from '../view/values.ts';
import type { Screens } from './screens.ts';

/** Where a question came from, for the metrics. */
export type Entry = 'command' | 'action' | 'mention' | 'direct' | 'shortcut' | 'home';

/** Called after each answer; `seconds` is the time it took to find. */
type Observe = (entry: Entry, kind: Answered['kind'] | 'starting', seconds: number) => void;

interface Parts {
  ask: Ask;
  /** Answers that depend on who asks. */
  screens: Screens;
  viewContext: () => ViewContext;
  observe: Observe;
  /** Milliseconds an answer may wait for the dictionary after a start; Slack allows three seconds in all. */
  patience: number;
}

/** Questions in, views out: what every way into the bot shares. */
export interface Answering {
  /** `user` is who asks, where only they will see the answer; null where others do. */
  view(entry: Entry, text: string, user: string | null, from?: number): Promise<View>;
  /** What a button or a modal stands for, with the words to name it by; null where the item is no longer there. */
  named(entry: Entry, value: ShareValue): Promise<{ view: View; name: string } | null>;
  home(): Promise<View>;
}

export function createAnswering({ ask, screens, viewContext, observe, patience }: Parts): Answering {
  async function answerWithin(text: string): Promise<Answered | null> {
    const stop = new AbortController();
    const tooLate = delay(patience, null, { signal: stop.signal, ref: false }).catch(() => null);
    try {
      return await Promise.race([ask(text), tooLate]);
    } finally {
      stop.abort();
    }
  }
  const answering: Answering = {
    async view(entry, text, user, from = 0) {
      const begun = performance.now();
      const context = viewContext();
      const { wording, command } = context;
      const answer = await answerWithin(text);
      observe(entry, answer?.kind ?? 'starting', (performance.now() - begun) / 1000);
      if (!answer) {
        return {
          text: wording.plain('problem.starting', { command }),
          parts: section(wording.mrkdwn('problem.starting', { command })),
        };
      }
      if (answer.kind === 'screen' && user !== null) return screens(user, answer);
      return answerView(answer, context, { from, length: slackPageLength });
    },
    async named(entry, value) {
      if ('q' in value) return { view: await answering.view(entry, value.q, null), name: value.q };
      const context = viewContext();
      const item = context.catalog.item(value.item);
      if (!item) return null;
      const begun = performance.now();
      const answer = { ...itemAnswer(item, context.catalog, item.title), shortenedTo: null };
      const view = answerView(answer, context, { from: 0, length: slackPageLength });
      observe(entry, 'item', (performance.now() - begun) / 1000);
      return { view, name: item.title };
    },
    async home() {
      const begun = performance.now();
      const answer = await ask('指標');
      observe('home', answer.kind, (performance.now() - begun) / 1000);
      return homeView(answer.kind === 'kpi-overview' ? answer : null, viewContext());
    },
  };
  return answering;
}
