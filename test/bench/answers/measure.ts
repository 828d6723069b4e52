/** How long an answer of the very program that is installed takes over signed HTTP, beside an empty Bolt app. */
import { startQuickSlack } from '../../load/quick-slack.ts';
import { type Effort, type Measure, median, quantile, type Ratio } from '../part.ts';
import { startProgram } from '../start/started.ts';
import { type Asked, askAt } from './ask.ts';

/** Blanks around a question change nothing of its answer, but nobody has asked it so before. */
const unasked = (text: string, number: number): string =>
  `${' '.repeat(Math.floor(number / 90) % 90)}${text}${' '.repeat(number % 90)}`;

/** What people ask, by what the answer is; the n-th time. */
const questions = {
  'a word (電子申請)': () => '電子申請',
  'a word nobody asked before': (number) => unasked('電子申請', number),
  'a number (4-2-1)': () => '4-2-1',
  'a section (担当 情報政策課)': () => '担当 情報政策課',
  'KPIs (指標 電子申請)': () => '指標 電子申請',
  'nonsense (ラーメン)': () => 'ラーメン',
} as const satisfies Record<string, (number: number) => string>;
type Question = keyof typeof questions;

const sizes = {
  short: { warmUp: 200, rounds: 2, alone: 100, together: 200, crowd: 300 },
  full: { warmUp: 1_000, rounds: 9, alone: 300, together: 600, crowd: 1_000 },
} as const satisfies Record<Effort, object>;

const goals = { p50: 1.5, throughput: 0.7 };

/** One kind of figure in every round: ours, and the floor's right after it. */
type Pairs = { ours: number[]; other: number[] };

function ratio(name: string, { ours, other }: Pairs, rest: Pick<Ratio, 'unit' | 'better' | 'goal'>): Ratio {
  return { name, against: 'an empty Bolt app', ours: median(ours), other: median(other), ...rest };
}

/** What one question costs, alone, beside nine others and in a crowd. */
async function measureQuestion(name: Question, ours: Asked, other: Asked, effort: Effort): Promise<Ratio[]> {
  const { rounds, alone, together, crowd } = sizes[effort];
  const pairs = (): Pairs => ({ ours: [], other: [] });
  const figures = { p50: pairs(), p99: pairs(), p50of10: pairs(), p99of10: pairs(), throughput: pairs() };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['ours', 'other'] as const) {
      const asked = side === 'ours' ? ours : other;
      const one = await asked.times(questions[name], alone, 1);
      figures.p50[side].push(quantile(one, 0.5));
      figures.p99[side].push(quantile(one, 0.99));
      const ten = await asked.times(questions[name], together, 10);
      figures.p50of10[side].push(quantile(ten, 0.5));
      figures.p99of10[side].push(quantile(ten, 0.99));
      const begun = performance.now();
      await asked.times(questions[name], crowd, 50);
      figures.throughput[side].push(crowd / ((performance.now() - begun) / 1_000));
    }
  }
  const time = { unit: 'ms', better: 'lower', goal: null } as const;
  const p99s = [ratio(`${name}, p99`, figures.p99, time), ratio(`${name}, p99 of 10 at once`, figures.p99of10, time)];
  return [
    ratio(`${name}, p50`, figures.p50, { ...time, goal: goals.p50 }),
    ratio(`${name}, p50 of 10 at once`, figures.p50of10, time),
    ratio(`${name}, answers a second, 50 at once`, figures.throughput, {
      unit: '1/s',
      better: 'higher',
      goal: goals.throughput,
    }),
    // Of a short run, the slowest hundredth is one answer.
    ...(effort === 'full' ? p99s : []),
  ];
}

export const measure: Measure = async (effort) => {
  const slack = await startQuickSlack();
  const bot = await startProgram('ours', slack.apiUrl);
  const floor = await startProgram('empty', slack.apiUrl);
  const ours = askAt(bot.port);
  const other = askAt(floor.port);
  const ratios: Ratio[] = [];
  try {
    for (const question of Object.values(questions)) {
      await ours.times(question, sizes[effort].warmUp, 10);
      await other.times(question, sizes[effort].warmUp, 10);
    }
    for (const name of Object.keys(questions) as Question[]) {
      ratios.push(...(await measureQuestion(name, ours, other, effort)));
    }
  } finally {
    await Promise.all([ours.close(), other.close()]);
    await Promise.all([bot.stop(), floor.stop()]);
    await slack.close();
  }
  return { ratios, figures: [] };
};
