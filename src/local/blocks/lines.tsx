import type { ReactNode } from 'react';
import type { Figures } from './figures.ts';

const width = 560;
const letter = 11;
const slant = letter * 0.72;

/** A round step that divides a span into about four: 1, 2 or 5 times a power of ten. */
function stepOf(span: number): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
}

/**
 * Lines over categories. Labels hang at a slant below the axis, so that twenty of twenty letters do not overlap;
 * narrow pages scroll the picture in its own box.
 */
export function Lines({ figures: { categories, series }, filled }: { figures: Figures; filled: boolean }): ReactNode {
  const longest = Math.max(...categories.map(({ length }) => length));
  // Room on the left for the first label, which hangs out there.
  const left = Math.max(56, longest * slant - width / categories.length / 3);
  const plot = { left, right: width - 16, top: 12, bottom: 212 };
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const step = stepOf(high === low ? 1 : high - low);
  const [bottom, top] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)];
  const y = (value: number): number =>
    plot.bottom - ((value / step - bottom) / (top - bottom)) * (plot.bottom - plot.top);
  const x = (index: number): number => plot.left + ((index + 0.5) / categories.length) * (plot.right - plot.left);
  const height = plot.bottom + 20 + longest * slant;
  const ticks = Array.from({ length: top - bottom + 1 }, (_, index) => (bottom + index) * step);
  return (
    <div className="lines" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="presentation">
        {ticks.map((tick) => (
          <g key={tick} className="grid">
            <line x1={plot.left} x2={plot.right} y1={y(tick)} y2={y(tick)} />
            <text x={plot.left - 6} y={y(tick)} textAnchor="end" dominantBaseline="central">
              {Number(tick.toPrecision(6)).toLocaleString('ja-JP')}
            </text>
          </g>
        ))}
        {categories.map((category, index) => (
          <text
            key={category}
            textAnchor="end"
            transform={`translate(${x(index) + 4} ${plot.bottom + 16}) rotate(-45)`}
          >
            {category}
          </text>
        ))}
        {series.map(({ name, values }, at) => {
          const points = values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value) }]));
          const path = points.map((point) => `${point.x},${point.y}`).join(' ');
          return (
            <g key={name} className={`series-${at % 6}`}>
              {filled && <polygon points={`${points[0]?.x ?? 0},${y(0)} ${path} ${points.at(-1)?.x ?? 0},${y(0)}`} />}
              <polyline points={path} />
              {points.map((point) => (
                <circle key={point.x} cx={point.x} cy={point.y} r={3.5} />
              ))}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
