import type { ReactNode } from 'react';
import type { Figures } from './figures.ts';

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : (part / whole) * 100}%`;
}

/** Bars lie on their side: labels of any length stand above them in full, and the figures at their ends. */
export function Bars({ figures: { categories, series } }: { figures: Figures }): ReactNode {
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const lowest = Math.min(0, ...all);
  const span = Math.max(0, ...all) - lowest;
  return (
    <div className="bars" aria-hidden="true">
      {categories.map((category, index) => (
        <div key={category} className="bar-group">
          <p>{category}</p>
          {series.map(({ name, values }, at) => {
            const value = values[index] ?? null;
            if (value === null) return null;
            return (
              <div key={name} className={`bar-row series-${at % 6}`}>
                <div className="bar-track">
                  <div
                    className="bar"
                    style={{
                      insetInlineStart: percent(Math.min(value, 0) - lowest, span),
                      inlineSize: percent(Math.abs(value), span),
                    }}
                  />
                </div>
                <span className="bar-value">
                  {series.length > 1 && <small>{name}</small>} {value.toLocaleString('ja-JP')}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
