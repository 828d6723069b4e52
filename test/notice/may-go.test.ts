import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import { mayGo } from '../../src/notice/may-go.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { day, momentAt } from '../../src/report/day.ts';
import { channel, reminderTo } from '../support/notices.ts';
import { digital, head, round } from '../support/rounds.ts';

const calendar = createCalendar([]);
const week = day('2026-11-16');
const evening = momentAt(day('2026-11-13'), 18);
const about = { to: head.user, round: round().id, section: digital };
const digest: Notice = { kind: 'digest', to: channel('C0ALL'), week };

describe('in the evening', () => {
  test.each<[string, Notice]>([
    ['a reminder', reminderTo(head.user)],
    ['a preview of a digest', { kind: 'digest-preview', to: head.user, week }],
    ['a correction of a digest', { ...digest, kind: 'digest-correction', number: 1 }],
  ])('%s waits for the next open day', (_, notice) => {
    expect(mayGo(notice, evening, calendar)).toBe(momentAt(week, 9));
  });

  test.each<[string, Notice]>([
    ['a digest that a coordinator sends', digest],
    ['its thread', { ...digest, kind: 'digest-part', part: 1 }],
    ['a receipt', { ...about, kind: 'news', version: 1, purpose: 'receipt' }],
    ['the answer to a request', { ...about, kind: 'decision', at: evening }],
  ])('%s goes at once', (_, notice) => {
    expect(mayGo(notice, evening, calendar)).toBe(evening);
  });
});
