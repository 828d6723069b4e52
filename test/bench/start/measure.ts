import { setTimeout as delay } from 'node:timers/promises';
import { startQuickSlack } from '../../load/quick-slack.ts';
import { type Measure, median, type Ratio } from '../part.ts';
import { type Program, startProgram } from './started.ts';

const starts = { short: 1, full: 9 };
/** Asked after the first answer, so that what is made at first use is made. */
const questions = [
  ...['電子申請', '4-2-1', '担当 情報政策課', '指標 オープンデータ', '系譜 電子申請', 'help', '指標', 'ぼうさいむせん'],
  ...['テレワークは目標を達成した？', '未達成', 'H25 △', 'lgwan', '復4-1-2②', '無線LAN整備', 'あいうえお', '期限'],
  ...['電子申請の担当課はどこ？', 'ホームページのアクセシビリティ', 'マイナンバーカード', '報告'],
];

/** Milliseconds from the start of a process to its first answer, and to where it could be reached. */
async function firstAnswer(program: Program, apiUrl: string, question: string, found: RegExp) {
  const started = await startProgram(program, apiUrl);
  try {
    const text = await started.ask(question);
    const answered = started.age();
    if (!found.test(text)) throw new Error(`${program} answered «${text}» to ${question}`);
    return { listening: started.listening, answered };
  } finally {
    await started.stop();
  }
}

/** The most memory held after the first answers, in MB, and the longest time in which nothing else could be done, in milliseconds. */
async function burden(program: Program, apiUrl: string) {
  const started = await startProgram(program, apiUrl, true);
  try {
    for (const question of questions) await started.ask(question);
    await delay(500);
    const blocks = await started.blocks();
    return { peak: started.peak(), block: Math.max(0, ...blocks.map(({ milliseconds }) => milliseconds)) };
  } finally {
    await started.stop();
  }
}

/** From the start of the very program that is installed to its first answers, beside an app that only has Bolt. */
export const measure: Measure = async (effort) => {
  const slack = await startQuickSlack();
  const { apiUrl } = slack;
  const run = async () => ({
    floor: await firstAnswer('empty', apiUrl, '電子申請', /お答えします/u),
    word: await firstAnswer('ours', apiUrl, '電子申請', /電子申請/u),
    number: await firstAnswer('ours', apiUrl, '4-2-1', /宮城県電子申請システム/u),
    empty: await burden('empty', apiUrl),
    whole: await burden('ours', apiUrl),
  });
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let number = 1; number <= starts[effort]; number += 1) {
    process.stderr.write(`start ${number} of ${starts[effort]}\n`);
    runs.push(await run());
  }
  await slack.close();
  const middle = (value: (run: (typeof runs)[number]) => number): number => median(runs.map(value));
  const floor = middle((run) => run.floor.answered);
  const beside = (name: string, unit: Ratio['unit'], ours: number, other: number, goal: number | null): Ratio => ({
    name,
    against: 'an empty Bolt app',
    ours,
    other,
    unit,
    better: 'lower',
    goal,
  });
  return {
    ratios: [
      beside(
        'start to listening',
        'ms',
        middle((run) => run.word.listening),
        middle((run) => run.floor.listening),
        null,
      ),
      beside(
        'start to first answer',
        'ms',
        middle((run) => run.word.answered),
        floor,
        2,
      ),
      beside(
        'start to first answer to a number',
        'ms',
        middle((run) => run.number.answered),
        floor,
        2,
      ),
      beside(
        'peak memory after the first answers',
        'MB',
        middle((run) => run.whole.peak),
        middle((run) => run.empty.peak),
        null,
      ),
    ],
    figures: [
      { name: 'peak memory', value: middle((run) => run.whole.peak), unit: 'MB', goal: 200 },
      {
        name: 'longest block of the event loop after listening',
        value: middle((run) => run.whole.block),
        unit: 'ms',
        goal: 50,
      },
    ],
  };
};
