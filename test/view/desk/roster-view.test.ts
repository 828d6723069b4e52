import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import type { RosterPage } from '../../../src/report/desk/roster-page.ts';
import { screenModal } from '../../../src/view/desk/desk-modal.ts';
import { rosterForm } from '../../../src/view/desk/roster-form.ts';
import { rosterView } from '../../../src/view/desk/roster-view.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { sectionIds } from '../../support/arbitrary-boards.ts';
import { hostileText } from '../../support/arbitrary-words.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { rosterEntry, user } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);
const people = fc.array(fc.constantFrom('U0ONE', 'W0TWO', 'U0THREE').map(user), { maxLength: 40 });
const entry = fc
  .record({ post: hostileText(300), head: fc.option(fc.constant(user('U0ONE'))), deputies: people, staff: people })
  .map((changes) => rosterEntry(changes));

const pages = fc
  .record({
    names: sectionIds(8),
    entry: fc.option(entry),
    absent: people,
    words: hostileText(290),
    mayEdit: fc.boolean(),
    from: fc.constantFrom(0, 8, 56),
  })
  .map(
    ({ names, entry: one, absent, words, mayEdit, from }): RosterPage => ({
      rows: names.map((section) => ({
        section,
        entry: one && { ...one, section },
        next: one ? [one, one] : [],
        noHead: one?.head === null,
        needsConfirmation: true,
        mayConfirm: one !== null,
        named: { deputies: one?.deputies ?? [], staff: one?.staff ?? [], more: from },
        absent: absent.map((who) => ({ user: who, why: 'guest' as const })),
      })),
      total: from + names.length,
      from,
      length: 8,
      words,
      mayEdit,
    }),
  );

describe('the roster with any names, posts and people', () => {
  test('is a message and a modal that Slack takes', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const view = rosterView(page, context);
        expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: true }))).toEqual([]);
        expect(breaches('modal', screenModal(view, context))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('names people and channels, and nothing else in Slack’s own marks', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const marks = mrkdwnTexts(rosterView(page, context).parts).flatMap(liveMarkup);
        expect(marks.filter((mark) => !/^<[@#][UWC]0[A-Z]+>$/u.test(mark))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('has a form that Slack takes, for each way to use it', () => {
    fc.assert(
      fc.property(entry, fc.constantFrom('change', 'transfer', 'add'), (one, kind) => {
        const form = rosterForm(
          {
            kind,
            entry: kind === 'add' ? null : one,
            section: null,
            sections: catalog.sections,
            today: day('2026-05-20'),
          },
          context,
        );
        expect(breaches('modal', form)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
