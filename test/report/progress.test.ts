import { describe, expect, test } from 'vitest';
import { day, moment } from '../../src/report/day.ts';
import type { Draft } from '../../src/report/draft.ts';
import { roundProgress, stages } from '../../src/report/progress.ts';
import type { Report } from '../../src/report/report.ts';
import { deadline } from '../../src/report/round.ts';
import { digital, draft, line, report, section, signed, user } from '../support/rounds.ts';

const end = deadline(day('2026-05-29'));
const before = moment('2026-05-29T07:59:59.999Z');
const after = end;

interface Facts {
  reports?: Report[];
  drafts?: Draft[];
  now?: typeof before;
  sections?: (typeof digital)[];
}

function progress({ reports = [], drafts = [], now = before, sections = [digital] }: Facts) {
  const asked = sections.map((id) => ({ section: id, entry: null, askCoordinators: true, kpis: [] }));
  return roundProgress({ scope: { sections: asked }, reports, drafts, lateFrom: end, now });
}

test('a due date ends at 17:00 in Japan', () => {
  expect(end).toBe('2026-05-29T08:00:00.000Z');
});

describe('a section stands at', () => {
  const answered = { lines: [line()], submitted: signed('2026-05-20T00:00:00Z') };

  test.each<[string, Facts, string, string | null]>([
    ['未着手 when nothing was done', {}, 'not-started', null],
    [
      '下書き since somebody began',
      { drafts: [draft({ savedAt: moment('2026-05-14T00:00:00Z') }), draft({ user: user('U0OTHER') })] },
      'draft',
      '2026-05-12T00:00:00.000Z',
    ],
    ['提出済', { reports: [report({ ...answered, state: 'submitted' })] }, 'submitted', '2026-05-20T00:00:00.000Z'],
    [
      '課長確認済',
      { reports: [report({ ...answered, state: 'confirmed', confirmed: signed('2026-05-21T00:00:00Z') })] },
      'confirmed',
      '2026-05-21T00:00:00.000Z',
    ],
    [
      '受理',
      { reports: [report({ ...answered, state: 'accepted', accepted: signed('2026-05-22T00:00:00Z') })] },
      'accepted',
      '2026-05-22T00:00:00.000Z',
    ],
    [
      '差戻し, even while it is being corrected',
      {
        reports: [
          report({ ...answered, state: 'returned', returned: { ...signed('2026-05-23T00:00:00Z'), reason: '単位' } }),
        ],
        drafts: [draft()],
      },
      'returned',
      '2026-05-23T00:00:00.000Z',
    ],
  ])('%s', (_, facts, stage, since) => {
    expect(progress(facts).sections).toMatchObject([{ section: digital, stage, since }]);
  });

  test('未着手 although another section drafts', () => {
    expect(progress({ drafts: [draft({ section: section('契約課') })] }).counts.draft).toBe(0);
  });
});

describe('a section is late', () => {
  const states = ['open', 'submitted', 'confirmed', 'accepted', 'returned'] as const;

  test('from the deadline on, not before', () => {
    expect([progress({ now: before }).late, progress({ now: after }).late]).toEqual([0, 1]);
  });

  test('only while it owes something: what was handed in is in time', () => {
    const late = states.filter((state) => progress({ reports: [report({ state })], now: after }).late === 1);
    expect(late).toEqual(['open', 'returned']);
  });
});

test('an answer is «速報» until its approval is recorded, and nothing is said where there is none', () => {
  const approval = { on: day('2026-05-25'), by: '企画部長', document: '情第123号' };
  const preliminary = (reports: Report[]) => progress({ reports }).sections[0]?.preliminary;
  const accepted = report({ state: 'accepted', lines: [line()] });
  expect([preliminary([]), preliminary([accepted]), preliminary([{ ...accepted, approval }])]).toEqual([
    null,
    true,
    false,
  ]);
});

test('the counts of all stages add up to the sections', () => {
  const sections = [digital, section('契約課'), section('税務課')];
  const { counts } = progress({
    sections,
    reports: [report({ state: 'accepted' })],
    drafts: [draft({ section: section('契約課') })],
  });
  expect(counts).toMatchObject({ accepted: 1, draft: 1, 'not-started': 1 });
  expect(stages.reduce((sum, stage) => sum + counts[stage], 0)).toBe(3);
});
