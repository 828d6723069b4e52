/** slack/digest: what coordinators press and fill in about 週報. */
import { z } from 'zod';
import type { DigestDone } from '../../notice/digest/desk.ts';
import { longestNote } from '../../notice/digest/digest.ts';
import type { UserId } from '../../report/person.ts';
import { channelIdSchema } from '../../report/roster.ts';
import { dayText } from '../../view/desk/day-words.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { digestFields, noteForm, settingsForm } from '../../view/digest/digest-forms.ts';
import { digestPageView, threadPageView } from '../../view/digest/digest-page.ts';
import {
  digestAtValue,
  digestOpenValue,
  digestSettingsValue,
  digestSkipValue,
  digestThreadValue,
} from '../../view/digest/digest-values.ts';
import type { View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';

type Deed = 'note' | 'send' | 'skip' | 'unskip';

/** 週報: looking, 一言, sending, skipping, settings. */
export function createDigestActions(services: Services) {
  const { digest, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);

  /** The page, under a word about what was just done. */
  async function page(user: UserId, note: View | null = null): Promise<View> {
    const context = viewContext();
    const opened = await digest.open(user);
    return opened.ok ? digestPageView(opened.page, context, note) : refusalView(opened, context);
  }

  async function after(user: UserId, done: DigestDone, deed: Deed): Promise<View> {
    const context = viewContext();
    if (done.ok) {
      const day = dayText(done.day, context);
      return page(user, sentence('digest.done', { deed, day }, context));
    }
    switch (done.code) {
      case 'changed':
      case 'no-channels':
        return page(user, sentence('digest.not_done', { code: done.code }, context));
      default:
        return refusalView(done, context);
    }
  }

  const screen = async (view: Promise<View>) => ({ kind: 'screen' as const, view: await view });
  const next = async (view: Promise<View>) => ({
    kind: 'next' as const,
    modal: screenModal(await view, viewContext()),
  });

  return {
    onOpen: onClick('digest', digestOpenValue, (_, { user }) => screen(page(user))),

    onThread: onClick('digest-thread', digestThreadValue, async ({ part }, { user }) => {
      const context = viewContext();
      const opened = await digest.open(user);
      const view = opened.ok ? threadPageView(opened.page, part, context) : refusalView(opened, context);
      return { kind: 'screen', view };
    }),

    onNote: onClick('digest-note', digestAtValue, async (at, { user }) => {
      const context = viewContext();
      const opened = await digest.open(user);
      if (!opened.ok) return { kind: 'screen', view: refusalView(opened, context) };
      return { kind: 'form', modal: noteForm(at, opened.page.preview.head.note, context) };
    }),

    onNoteSent: onSubmit('digest-note', digestAtValue, async (at, typed, user) => {
      const note = typed.text(digestFields.note).slice(0, longestNote);
      return next(after(user, await digest.writeNote(user, at, note === '' ? null : note), 'note'));
    }),

    onSend: onClick('digest-send', digestAtValue, async (at, { user }) =>
      screen(after(user, await digest.send(user, at), 'send')),
    ),

    onSkip: onClick('digest-skip', digestSkipValue, async ({ skipped, ...at }, { user }) =>
      screen(after(user, await digest.skip(user, at, skipped), skipped ? 'skip' : 'unskip')),
    ),

    onSettings: onClick('digest-settings', digestOpenValue, async (_, { user }) => {
      const context = viewContext();
      const looked = await digest.outlook(user);
      if (!looked.ok) return { kind: 'screen', view: refusalView(looked, context) };
      return { kind: 'form', modal: settingsForm(looked.outlook.settings, context) };
    }),

    onSettingsSent: onSubmit('digest-settings', digestSettingsValue, async ({ version }, typed, user) => {
      const channels = z.array(channelIdSchema).catch([]).parse(typed.conversations(digestFields.channels));
      const automatic = typed.choice(digestFields.automatic) !== 'false';
      const context = viewContext();
      const done = await digest.set(user, version, { channels, automatic });
      if (done.ok) return next(page(user, sentence('digest.done', { deed: 'set', day: '' }, context)));
      if (done.code === 'changed') return next(page(user, sentence('digest.not_done', { code: 'changed' }, context)));
      return next(Promise.resolve(refusalView(done, context)));
    }),
  };
}
