import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { z } from 'zod';
import type { Nudge, Nudged } from '../../report/desk/nudge.ts';
import { clockText, dayText, personText } from '../../view/desk/day-words.ts';
import { sectionValue } from '../../view/desk/desk-values.ts';
import { layOut, type View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { type Clicked, createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import { createBoardScreen } from './board-screen.ts';

interface Told {
  said: View;
  mayLook: boolean;
}

/** «催促する»: reminds one section now. */
export function createNudgeActions(services: Services) {
  const { desk, viewContext, log } = services;
  const { onClick } = createDeskListeners(services);
  const { show } = createBoardScreen(services);
  /** Sections that are being reminded now: the second half of a double click must find the first one recorded. */
  const underWay = new Set<string>();

  function message({ round, section, due, late, stage, channel, to }: Nudge): View {
    const context = viewContext();
    const values = {
      users: channel === null ? [] : to,
      title: round.title,
      section,
      due: dayText(due, context, { withYear: true }),
      late,
      stage: context.wording.plain('round.stage', { stage }),
      command: context.command,
    };
    const view = sentence('board.nudge', values, context);
    // Slack reads the text of a message as mrkdwn too.
    return { ...view, text: context.wording.mrkdwn('board.nudge', values) };
  }

  /** To the section's channel, or to each person directly; how many took it. */
  async function deliver(nudge: Nudge, client: WebClient): Promise<number> {
    const places = nudge.channel === null ? nudge.to : [nudge.channel];
    const content = layOut(message(nudge), { surface: 'message', newerBlocks: false });
    let reached = 0;
    for (const channel of places) {
      try {
        await client.chat.postMessage({ channel, ...content, unfurl_links: false, unfurl_media: false });
        reached += 1;
      } catch (error) {
        if (!(error instanceof WebAPIPlatformError)) throw error;
        log.warn({ channel, reason: error.data.error, section: nudge.section }, 'a nudge was not taken');
      }
    }
    return reached;
  }

  function note(nudged: Nudged, section: Nudge['section'], count: number): View {
    const context = viewContext();
    if (nudged.ok) return sentence('board.nudged', { section, count }, context);
    switch (nudged.code) {
      case 'already':
      case 'not-owed':
      case 'nobody':
      case 'undelivered':
        return sentence(
          'board.not_nudged',
          {
            code: nudged.code,
            section,
            at: nudged.code === 'already' ? clockText(nudged.at) : '',
            who: nudged.code === 'already' && nudged.by ? personText(nudged.by, context) : '',
            command: context.command,
          },
          context,
        );
      default:
        return refusalView(nudged, context);
    }
  }

  /** Reminds a section; what the coordinator is told of it, null for the second half of a double click. */
  async function nudge(value: z.infer<typeof sectionValue>, { user, client }: Clicked): Promise<Told | null> {
    const key = `${value.round} ${value.section}`;
    if (underWay.has(key)) return null;
    underWay.add(key);
    try {
      let count = 0;
      const nudged = await desk.nudge(user, value, async (made) => {
        count = await deliver(made, client);
        return count > 0;
      });
      return { said: note(nudged, value.section, count), mayLook: nudged.ok || !('whoCan' in nudged) };
    } finally {
      underWay.delete(key);
    }
  }

  return {
    /** On the board, which then shows it. */
    onNudge: onClick('nudge', sectionValue, async (value, clicked) => {
      const told = await nudge(value, clicked);
      if (!told) return null;
      const { said, mayLook } = told;
      return { kind: 'screen', view: mayLook ? await show(clicked.user, value.round, { note: () => said }) : said };
    }),

    /** In a notice, which stays as it is. */
    onNudgeAside: onClick('notice-nudge', sectionValue, async (value, clicked) => {
      const told = await nudge(value, clicked);
      return told && { kind: 'aside', view: told.said };
    }),
  };
}
