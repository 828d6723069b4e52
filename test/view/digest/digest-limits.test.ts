import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import type { DigestContent } from '../../../src/notice/digest/content.ts';
import { correctedRows } from '../../../src/notice/digest/corrections.ts';
import type { DigestPage } from '../../../src/notice/digest/desk.ts';
import { headOf, previewOf } from '../../../src/notice/digest/tell.ts';
import { threadOf } from '../../../src/notice/digest/thread.ts';
import { planFrom } from '../../../src/notice/digest/week.ts';
import { day, momentAt } from '../../../src/report/day.ts';
import { screenModal } from '../../../src/view/desk/desk-modal.ts';
import { noteForm, settingsForm } from '../../../src/view/digest/digest-forms.ts';
import { digestPageView, digestSlot, threadPageView } from '../../../src/view/digest/digest-page.ts';
import { digestView } from '../../../src/view/digest/digest-view.ts';
import { layOut, type View } from '../../../src/view/lay-out.ts';
import { limits } from '../../../src/view/limits.ts';
import { arbitraryFacts, arbitraryNote } from '../../support/arbitrary-digests.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { channel, digest } from '../../support/notices.ts';
import { user } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const runs = { numRuns: 25, endOnFailure: true };
const week = day('2026-11-23');
const plan = planFrom(week, createCalendar([]));
const settings = { channels: [channel('C0ALL')], automatic: true, since: momentAt(day('2011-01-01'), 9), version: 1 };

/** What Slack would refuse of a message, what of it would be live, and what of it would be left out or cut. */
function faults(view: View): unknown[] {
  return [true, false].flatMap((newerBlocks) => {
    const message = layOut(view, { surface: 'message', newerBlocks });
    const texts = mrkdwnTexts(message.blocks);
    const whole = view.parts.reduce((total, part) => {
      if (!('newer' in part)) return total + 1;
      return total + (newerBlocks ? 1 : part.fallback.length);
    }, 0);
    const leftOut = whole - message.blocks.length;
    return [
      ...breaches('message', message),
      ...texts.flatMap(liveMarkup),
      ...(leftOut > 0 ? [`${leftOut} blocks are left out`] : []),
      // Lines are only joined as far as they fit, so that what was cut is one line alone; a long name in it ends with «…» as well.
      ...texts
        .filter((text) => text.length > limits.sectionText - 10 && text.endsWith('…') && !text.includes('\n'))
        .map((text) => `cut: ${text}`),
    ];
  });
}

describe('whatever there is to tell, Slack takes whole', () => {
  test('the message that begins a digest, and its preview with a note', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryNote, (facts, note) => {
        const head = headOf(facts, note);
        expect(faults(digestView({ kind: 'digest', to: channel('C0ALL'), week, head }, context))).toEqual([]);
        const preview = previewOf({ plan, digest: digest({ week, note }) }, facts, settings, user('U0ONE'));
        expect(faults(digestView(preview, context))).toEqual([]);
      }),
      runs,
    );
  });

  test('every message of its thread, also when everything in it was corrected', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const changes = facts.lines.map((line) => ({ ...line, before: line.reported }));
        const all = changes.length > 0 ? [{ number: 1, at: momentAt(week, 9), changes }] : [];
        for (const [index, rows] of threadOf(facts).entries()) {
          const part: DigestContent = { kind: 'digest-part', to: channel('C0ALL'), week, part: index + 1, rows };
          expect(faults(digestView(part, context))).toEqual([]);
          expect(faults(digestView({ ...part, rows: correctedRows(rows, all) }, context))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('every correction', () => {
    fc.assert(
      fc.property(arbitraryFacts, ({ corrections }) => {
        for (const correction of corrections) {
          const { number } = correction;
          expect(
            faults(digestView({ kind: 'digest-correction', to: channel('C0ALL'), week, number, correction }, context)),
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('what coordinators look at and fill in', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryNote, fc.boolean(), (facts, note, automatic) => {
        const preview = previewOf({ plan, digest: digest({ week, note }) }, facts, settings, user('U0ONE'));
        const earlier = Array.from({ length: 5 }, () => ({
          day: week,
          state: 'issued' as const,
          issuedAt: momentAt(week, 9),
          corrections: 12,
        }));
        const page: DigestPage = { preview, thread: threadOf(facts), settings, earlier };
        for (const view of [digestPageView(page, context), threadPageView(page, 1, context)]) {
          expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: true }))).toEqual([]);
          expect(breaches('modal', screenModal(view, context))).toEqual([]);
        }
        expect(breaches('modal', noteForm({ week, version: 1 }, note, context))).toEqual([]);
        expect(breaches('modal', settingsForm({ ...settings, automatic }, context))).toEqual([]);
        const slot = digestSlot({ day: week, issues: plan.issues, state: 'planned', settings }, context);
        expect(
          breaches('home', { type: 'home', blocks: layOut(slot, { surface: 'home', newerBlocks: true }).blocks }),
        ).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the thread', () => {
  test('holds every figure, date and paused round once', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const rows = threadOf(facts).flat();
        const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
        expect(of('line')).toBe(facts.lines.length);
        if (facts.rounds.length > 0) expect(of('date')).toBe(facts.ahead.length);
        expect(of('paused')).toBe(facts.rounds.filter(({ state }) => state === 'paused').length);
      }),
      runs,
    );
  });

  test('never ends a message with a heading, and begins one with the heading of its area', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const rows of threadOf(facts)) {
          expect(rows.at(-1)?.kind).not.toBe('area');
          expect(rows.at(0)?.kind).not.toBe('line');
        }
      }),
      runs,
    );
  });
});
