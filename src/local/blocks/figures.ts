import type { Series } from './block-schema.ts';

/** A chart's figures, whatever its shape: one value per series and category. */
export interface Figures {
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
}

/** The figures of a chart's series; a series may lack a point, but has none that is no category. */
export function figuresOf(series: Series, categories: readonly string[]): Figures {
  return {
    categories,
    series: series.map(({ name, data }) => ({
      name,
      values: categories.map((category) => data.find(({ label }) => label === category)?.value ?? null),
    })),
  };
}
