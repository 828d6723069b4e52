import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionAnswer } from '../../../src/ask/section-answer.ts';
import type { Absence } from '../../../src/notice/absence.ts';
import type { Ask } from '../../../src/notice/desk/asks.ts';
import type { Home } from '../../../src/notice/desk/home.ts';
import type { ToldAs } from '../../../src/notice/desk/why.ts';
import { keyOf, type Notice } from '../../../src/notice/notice.ts';
import { day, moment } from '../../../src/report/day.ts';
import type { Board } from '../../../src/report/desk/board.ts';
import { screenModal } from '../../../src/view/desk/desk-modal.ts';
import { homeView } from '../../../src/view/home-view.ts';
import { layOut, type View } from '../../../src/view/lay-out.ts';
import { absenceForm } from '../../../src/view/notice/absence-form.ts';
import { deadlinesView } from '../../../src/view/notice/deadlines-view.ts';
import { declineForm, exclusionForm } from '../../../src/view/notice/exclusion-form.ts';
import { handedOverView, handoverForm } from '../../../src/view/notice/handover-form.ts';
import { whyView } from '../../../src/view/notice/why-view.ts';
import { arbitraryBoard } from '../../support/arbitrary-boards.ts';
import { arbitraryDuties } from '../../support/arbitrary-report.ts';
import { hostileText } from '../../support/arbitrary-words.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { absence, channel, exclusionRequest, handover } from '../../support/notices.ts';
import { digital, head, round, user } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);
const runs = { numRuns: 15 };
const today = day('2026-05-20');
const told: Notice = { kind: 'again', to: head.user, at: moment('2026-05-20T01:00:00Z') };
const people = [user('U0HEAD'), user('U0STAFF'), user('W0OTHER')];

function strange(text: string): string[] {
  return liveMarkup(text).filter((markup) => !/^<(?:@[UW]|#[CG])[A-Z0-9]+>$/u.test(markup));
}
function ofMessage(view: View): unknown[] {
  const message = layOut(view, { surface: 'message', newerBlocks: false });
  return [...breaches('message', message), ...mrkdwnTexts(message.blocks).flatMap(strange)];
}
function ofModal(modal: unknown): unknown[] {
  return [...breaches('modal', modal), ...mrkdwnTexts(modal).flatMap(strange)];
}

/** Every section of some boards, with whatever was agreed about it. */
function asksOf(boards: readonly Board[]): Ask[] {
  return boards.flatMap((board) =>
    board.progress.sections.flatMap((progress, index): Ask[] => {
      const asked = board.scope.sections[index];
      return asked ? [{ board, asked, progress, handovers: [handover()], request: null }] : [];
    }),
  );
}
const boards = fc.array(arbitraryBoard(catalog), { maxLength: 8 });
const reminder = {
  step: -5,
  weekly: false,
  day: today,
  tooEarly: false,
  passed: ['2026-05-02', '2026-05-05', '2026-05-06'].map((on, index) => ({
    day: day(on),
    reason: index === 0 ? { code: 'saturday' as const } : { code: 'holiday' as const, name: 'こどもの日' },
  })),
};
const toldAs: readonly ToldAs[] = [
  { kind: 'office', office: 'head', post: '<!channel>', since: today },
  { kind: 'stands-in', for: user('U0HEAD') },
  { kind: 'took-over', from: user('U0HEAD') },
  { kind: 'channel', since: null },
  { kind: 'coordinator' },
];

describe('whatever the rounds and sections are called, Slack takes', () => {
  test('the deadlines, of one’s own sections and of all', () => {
    fc.assert(
      fc.property(boards, fc.boolean(), (all, coordinates) => {
        const deadlines = all.map((board) => ({
          board,
          rows: asksOf([board]).map((ask) => ({
            ask,
            addressees: people.map((to) => ({ to, people: [], standsInFor: null })),
          })),
          coming: [reminder, { ...reminder, weekly: true }],
        }));
        expect(ofMessage(deadlinesView({ today, all: coordinates, deadlines }, context))).toEqual([]);
      }),
      runs,
    );
  });

  test('why somebody is told', () => {
    fc.assert(
      fc.property(boards, fc.constantFrom(...toldAs), (all, as) => {
        const explained = asksOf(all).map((ask) => ({ ask, as, step: reminder, next: { ...reminder, weekly: true } }));
        expect(ofModal(screenModal(whyView({ to: head.user, explained }, context), context))).toEqual([]);
      }),
      runs,
    );
  });

  test('the forms', () => {
    fc.assert(
      fc.property(boards, hostileText(3_000), (all, text) => {
        const asks = asksOf(all);
        expect(ofModal(handoverForm(asks, null, context))).toEqual([]);
        expect(ofModal(exclusionForm(asks, { round: round().id, section: digital }, context))).toEqual([]);
        expect(ofModal(declineForm({ title: text }, exclusionRequest({ reason: text }), context))).toEqual([]);
        expect(ofModal(screenModal(handedOverView({ title: text }, handover(), context), context))).toEqual([]);
      }),
      runs,
    );
  });

  test.each<[string, Absence | null]>([
    ['none', null],
    ['an absence without an end', absence({ to: null, standIn: user('U0STAFF') })],
  ])('the form of an absence that begins with %s', (_, before) => {
    expect(ofModal(absenceForm({ today, absence: before, version: 3 }, context))).toEqual([]);
  });

  test('the App Home of somebody with everything', () => {
    const sections = catalog.sections.slice(0, 12).map(({ id }) => id);
    fc.assert(
      fc.property(arbitraryDuties, boards, hostileText(300), fc.boolean(), (duties, all, title, newerBlocks) => {
        const own: Home = {
          user: head.user,
          today,
          duties,
          sections: sections.map((section, index) => ({
            section,
            office: 'head',
            channel: index % 2 === 0 ? null : channel('C0DIGITAL'),
          })),
          absence: absence({ standIn: user('U0STAFF') }),
          standsInFor: people,
          handovers: Array.from({ length: 9 }, () => ({ round: round({ title }), handover: handover() })),
          last: [
            {
              notice: told,
              notBefore: moment('2026-05-20T01:00:00Z'),
              inThreadOf: null,
              key: keyOf(told),
              sequence: 1,
              state: 'sent',
              attempts: 1,
              unclearSince: null,
              trouble: null,
              place: { channel: 'D1', ts: '1.1' },
              settledAt: moment('2026-05-20T01:00:00Z'),
              shown: null,
            },
          ],
          coordination: { boards: all, failures: 100 },
        };
        const answers = sections
          .flatMap((id) => catalog.section(id) ?? [])
          .map((one) => sectionAnswer(one, catalog, one.id));
        const view = homeView({ overview: null, own, sections: answers, digest: null }, context);
        const home = { type: 'home', blocks: layOut(view, { surface: 'home', newerBlocks }).blocks };
        expect([...breaches('home', home), ...mrkdwnTexts(home).flatMap(strange)]).toEqual([]);
      }),
      runs,
    );
  });
});

test('the App Home leaves a place for the next digest, which stands before how one is told', () => {
  const own: Home = {
    user: head.user,
    today,
    duties: [],
    sections: [],
    absence: null,
    standsInFor: [],
    handovers: [],
    last: [],
    coordination: { boards: [], failures: 3 },
  };
  const digest: View = { text: '次の週報', parts: [{ type: 'section', text: { type: 'mrkdwn', text: '*次の週報*' } }] };
  const texts = mrkdwnTexts(
    layOut(homeView({ overview: null, own, sections: [], digest }, context), { surface: 'home', newerBlocks: true })
      .blocks,
  );
  const order = ['*受付中の照会　0件*', '*届けられなかったお知らせ　3件*', '*次の週報*', '*お知らせの届き方*'].map(
    (words) => texts.findIndex((text) => text.includes(words)),
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
});
