import { compose } from '../../../src/notice/compose.ts';
import { due } from '../../../src/notice/due.ts';
import { makeOffice } from './office.ts';
import { boardsOf, remindedAt, standingAt, toldBefore } from './standing.ts';

for (const sections of [500, 1000, 2000]) {
  const b0 = performance.now();
  const office = makeOffice({ sections, kpis: 20, rounds: 10 });
  const told = toldBefore(office);
  const b1 = performance.now();
  const boards: number[] = [],
    dues: number[] = [];
  let n = 0;
  for (let i = 0; i < 7; i++) {
    const a = performance.now();
    const drawn = await boardsOf(office, remindedAt);
    const b = performance.now();
    const c = standingAt(remindedAt, drawn, office, told);
    const placed = due(c);
    n = placed.length;
    dues.push(performance.now() - b);
    boards.push(b - a);
    if (i === 6) {
      const d = performance.now();
      for (const p of placed) compose(p.notice, c);
      console.log('compose all', performance.now() - d);
    }
  }
  const med = (x: number[]) => x.toSorted((p, q) => p - q)[3]?.toFixed(1);
  console.log(sections, 'made', (b1 - b0).toFixed(0), 'boards', med(boards), 'due', med(dues), 'placed', n);
}
