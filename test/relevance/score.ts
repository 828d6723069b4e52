import type { Judgement } from './judgements.ts';

export interface Score {
  judgement: Judgement;
  /** nDCG@10 with gain 2^grade − 1; for a negative 1 when nothing was answered, else 0. */
  ndcg: number;
  /** Reciprocal rank of the first item of grade 2 or 3; for a negative as `ndcg`. */
  reciprocalRank: number;
  shown: readonly string[];
}

const depth = 10;

function gain(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** Scores one answer: the ids shown, measures only, in their order. */
export function score(judgement: Judgement, shown: readonly string[]): Score {
  if (judgement.kind === 'negative') {
    const right = shown.length === 0 ? 1 : 0;
    return { judgement, ndcg: right, reciprocalRank: right, shown };
  }
  const grades = shown.map((id) => judgement.relevant[id] ?? 0);
  const ideal = Object.values(judgement.relevant).toSorted((one, other) => other - one);
  const first = grades.findIndex((grade) => grade >= 2);
  return { judgement, ndcg: gain(grades) / gain(ideal), reciprocalRank: first === -1 ? 0 : 1 / (first + 1), shown };
}

export interface Summary {
  ndcg: number;
  mrr: number;
  /** Share of the negatives answered «該当なし». */
  negatives: number;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** nDCG and MRR over the positive queries, negatives apart. */
export function summarise(scores: readonly Score[]): Summary {
  const positives = scores.filter(({ judgement }) => judgement.kind !== 'negative');
  const negatives = scores.filter(({ judgement }) => judgement.kind === 'negative');
  return {
    ndcg: mean(positives.map(({ ndcg }) => ndcg)),
    mrr: mean(positives.map(({ reciprocalRank }) => reciprocalRank)),
    negatives: mean(negatives.map(({ ndcg }) => ndcg)),
  };
}
