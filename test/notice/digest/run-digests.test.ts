import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DigestContent } from '../../../src/notice/digest/content.ts';
import type { DigestFacts } from '../../../src/notice/digest/facts.ts';
import { readStanding } from '../../../src/notice/digest/read.ts';
import { createRunDigests } from '../../../src/notice/digest/run-digests.ts';
import { followDigest, tellDigest } from '../../../src/notice/digest/tell.ts';
import type { DigestNotice } from '../../../src/notice/notice.ts';
import type { NoticeParts } from '../../../src/notice/parts.ts';
import { day, type Moment, momentAt } from '../../../src/report/day.ts';
import type { ReportLine } from '../../../src/report/report.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { channel } from '../../support/notices.ts';
import { openData } from '../../support/reporting.ts';
import { deed, digital, head, line, report, round, signed, user } from '../../support/rounds.ts';

const catalog = realCatalog();
const week = day('2026-05-25');
const all = channel('C0ALL');
let parts: NoticeParts;
let close: () => Promise<void>;
let now: Moment;

beforeEach(async () => {
  now = momentAt(week, 9);
  ({ parts, close } = await openDesk({ catalog, coordinators: ['U0ONE'], now: () => now }));
  const settings = {
    channels: [all, channel('C0PLAN')],
    automatic: true,
    since: momentAt(day('2011-01-01'), 9),
    version: 0,
  };
  await parts.notices.saveDigestSettings(settings, deed('set-digest'));
  await parts.report.store.saveRound(round({ kpis: [openData] }), deed('open-round'));
});
afterEach(() => close());

async function submit(lines: ReportLine[]): Promise<void> {
  const stored = await parts.report.store.report(round().id, digital);
  const saved = await parts.report.store.saveReport(
    { ...(stored ?? report()), state: 'submitted', lines, submitted: signed(now), returned: null },
    deed('submit', { at: now }),
  );
  if (!saved.ok) throw new Error(saved.code);
}
async function sendBack(): Promise<void> {
  const stored = await parts.report.store.report(round().id, digital);
  if (!stored) throw new Error('nothing was reported');
  const returned = { ...signed(now), reason: '桁の誤り' };
  await parts.report.store.saveReport({ ...stored, state: 'returned', returned }, deed('return', { at: now }));
}
const figure = (value: number): ReportLine => line({ reported: { kind: 'value', value } });
const run = () => createRunDigests(parts)();
const keys = async () => (await parts.notices.outbox.list({ limit: 100 })).map(({ key }) => key).toReversed();
const ledger = async () => {
  const everything = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };
  return (await parts.report.store.ledger(everything)).map(({ action }) => action);
};
async function facts(): Promise<DigestFacts> {
  const found = (await parts.notices.digest(week))?.facts;
  if (!found) throw new Error('nothing was issued');
  return found;
}
async function tells(notice: DigestNotice): Promise<DigestContent | null> {
  return tellDigest(notice, await readStanding(parts));
}

describe('on Monday at nine', () => {
  test('the digest is issued and placed for every channel, with its thread', async () => {
    await run();
    expect(await keys()).toEqual([
      'digest/C0ALL/2026-05-25',
      'digest-part/C0ALL/2026-05-25/1',
      'digest/C0PLAN/2026-05-25',
      'digest-part/C0PLAN/2026-05-25/1',
    ]);
    expect((await ledger()).at(-1)).toBe('issue-digest');
  });

  test('it is issued once, though several processes run and run again', async () => {
    await Promise.all([run(), run(), run()]);
    await run();
    expect((await ledger()).filter((action) => action === 'issue-digest')).toHaveLength(1);
    expect(await keys()).toHaveLength(4);
  });

  test('a process that dies before it has placed the messages leaves them to the next run, which tells the same', async () => {
    const dying: NoticeParts = {
      ...parts,
      notices: {
        ...parts.notices,
        outbox: { ...parts.notices.outbox, place: () => Promise.reject(new Error('killed')) },
      },
    };
    await expect(createRunDigests(dying)()).rejects.toThrow('killed');
    const frozen = await facts();
    now = momentAt(week, 10);
    await submit([figure(500)]);
    await run();
    expect(await keys()).toHaveLength(4);
    expect(await facts()).toEqual(frozen);
    expect(await tells({ kind: 'digest', to: all, week })).toMatchObject({ head: { answered: 0 } });
  });
});

describe('a preview', () => {
  const preview: DigestNotice = { kind: 'digest-preview', to: user('U0ONE'), week };
  beforeEach(() => {
    now = momentAt(day('2026-05-22'), 9);
  });

  test('is placed on the open day before, and tells what the digest would', async () => {
    await submit([figure(500)]);
    await run();
    expect(await keys()).toEqual(['digest-preview/U0ONE/2026-05-25']);
    expect(await tells(preview)).toMatchObject({ state: 'planned', channels: 2, head: { answered: 1, parts: 1 } });
  });

  test('follows what changes, and is over when the digest is out', async () => {
    const shown = await tells(preview);
    if (!shown) throw new Error('there is no preview');
    await submit([figure(500)]);
    expect(followDigest(shown, await readStanding(parts))).toMatchObject({ head: { answered: 1 } });
    now = momentAt(week, 9);
    await run();
    expect(followDigest(shown, await readStanding(parts))).toMatchObject({ state: 'issued', issuedAt: now });
  });

  test('does not change by the clock alone', async () => {
    const shown = await tells(preview);
    if (!shown) throw new Error('there is no preview');
    now = momentAt(day('2026-05-22'), 16);
    expect(followDigest(shown, await readStanding(parts))).toEqual(shown);
  });

  test('of a digest that never went says that its time is over', async () => {
    const settings = await parts.notices.digestSettings();
    await parts.notices.saveDigestSettings({ ...settings, automatic: false }, deed('set-digest'));
    const shown = await tells(preview);
    if (!shown) throw new Error('there is no preview');
    now = momentAt(day('2026-05-29'), 9);
    expect(followDigest(shown, await readStanding(parts))).toMatchObject({ state: 'lapsed' });
  });
});

describe('after the digest is out', () => {
  beforeEach(async () => {
    now = momentAt(day('2026-05-22'), 10);
    await submit([figure(347)]);
    now = momentAt(week, 9);
    await run();
    now = momentAt(day('2026-05-26'), 10);
  });
  const corrections = async () =>
    (await facts()).corrections.map(({ number, changes }) => [
      number,
      ...changes.map(({ before, reported }) =>
        [before, reported].map((one) => (one?.kind === 'value' ? one.value : null)),
      ),
    ]);

  test('a figure that is corrected is told in the thread, before and after, once', async () => {
    await sendBack();
    await run();
    expect(await corrections()).toEqual([]);
    await submit([figure(350)]);
    await Promise.all([run(), run()]);
    await run();
    expect(await corrections()).toEqual([[1, [347, 350]]]);
    expect((await keys()).filter((key) => key.startsWith('digest-correction'))).toEqual([
      'digest-correction/C0ALL/2026-05-25/1',
      'digest-correction/C0PLAN/2026-05-25/1',
    ]);
  });

  test('and again where it is corrected again, from what was told last', async () => {
    await submit([figure(350)]);
    await run();
    await submit([figure(360)]);
    await run();
    expect(await corrections()).toEqual([
      [1, [347, 350]],
      [2, [350, 360]],
    ]);
  });

  test('the message and its thread show it, and nothing else of them changes', async () => {
    const message: DigestNotice = { kind: 'digest', to: all, week };
    const part: DigestNotice = { kind: 'digest-part', to: all, week, part: 1 };
    const [before, rows] = [await tells(message), await tells(part)];
    if (!before || !rows) throw new Error('nothing is out');
    await submit([figure(500)]);
    await run();
    const standing = await readStanding(parts);
    expect(followDigest(before, standing)).toMatchObject({
      head: { answered: 1, rounds: [{ sections: { answered: 1 } }], corrections: [{ number: 1 }] },
    });
    expect(followDigest(rows, standing)).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({
          kind: 'line',
          line: expect.objectContaining({ before: { kind: 'value', value: 347 }, state: 'met' }),
        }),
      ]),
    });
  });

  test('a confirmation of the same figures corrects nothing', async () => {
    await parts.report.store.saveReport(
      {
        ...report(),
        section: digital,
        round: round().id,
        version: 1,
        state: 'confirmed',
        lines: [figure(347)],
        submitted: signed(now),
        confirmed: { by: head, at: now },
      },
      deed('confirm', { at: now }),
    );
    await run();
    expect(await corrections()).toEqual([]);
  });
});
