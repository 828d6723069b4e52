import type { Figure, Measured, Ratio } from './part.ts';

const begin = '<!-- bench: npm run bench -- --readme -->';
const end = '<!-- /bench -->';

/** Three figures that count: 0.347, 12.3, 1,060. */
function shown(value: number): string {
  return value === 0 ? '0' : Number(value.toPrecision(3)).toLocaleString('en');
}

const quotient = ({ ours, other }: Ratio): number => ours / other;

function ratioRow(ratio: Ratio): string {
  const { name, against, unit, goal, better } = ratio;
  const wanted = goal === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${goal}`;
  return `| ${name} | ${shown(ratio.ours)} ${unit} | ${against} | ${shown(ratio.other)} ${unit} | ${quotient(ratio).toFixed(2)} | ${wanted} |`;
}

function figureRow({ name, value, unit, goal }: Figure): string {
  return `| ${name} | ${shown(value)} ${unit} | ${goal === null ? '' : `≤ ${shown(goal)} ${unit}`} |`;
}

/** One part as Markdown: its ratios, then what stands for itself. */
export function tableOf(title: string, { ratios, figures }: Measured): string {
  return [
    `**${title}**`,
    ...(ratios.length > 0
      ? [
          '',
          '| | ours | against | | ours / other | goal |',
          '|---|---|---|---|---|---|',
          ...ratios.map((ratio) => ratioRow(ratio)),
        ]
      : []),
    ...(figures.length > 0
      ? ['', '| | figure | goal |', '|---|---|---|', ...figures.map((figure) => figureRow(figure))]
      : []),
  ].join('\n');
}

/** The README with its tables drawn anew. @throws Error when it has lost the place for them. */
export function withTables(readme: string, tables: string): string {
  const [from, to] = placeIn(readme);
  return `${readme.slice(0, from)}${begin}\n\n${tables}\n\n${readme.slice(to)}`;
}

function placeIn(readme: string): [number, number] {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`README.md has no «${begin}» … «${end}»`);
  return [from, to];
}

/** The ratios that the README shows, by the names of their rows. */
export function publishedIn(readme: string): ReadonlyMap<string, number> {
  const rows = readme.slice(...placeIn(readme)).split('\n');
  return new Map(
    rows.flatMap((row): [string, number][] => {
      const [, name = '', , , , ratio = ''] = row.split('|').map((cell) => cell.trim());
      return ratio !== '' && Number.isFinite(Number(ratio)) ? [[name, Number(ratio)]] : [];
    }),
  );
}

/** How many times worse than it was published a ratio is; less than one where it is better. */
export function timesWorse(ratio: Ratio, published: number): number {
  const now = quotient(ratio);
  return ratio.better === 'lower' ? now / published : published / now;
}
