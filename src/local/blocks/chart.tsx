import type { ReactNode } from 'react';
import { Bars } from './bars.tsx';
import type { BlockOf } from './block-schema.ts';
import { type BlocksContext, domId } from './context.ts';
import { type Figures, figuresOf } from './figures.ts';
import { Lines } from './lines.tsx';

function Table({ figures: { categories, series }, title }: { figures: Figures; title: string }): ReactNode {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map(({ name, values }) => (
              <td key={name}>{values[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChartProps {
  block: BlockOf<'data_visualization'>;
  context: BlocksContext;
}

/**
 * A chart for the eye, and the same figures as a table for a screen reader. Drawn here because the library's chart comes with
 * buttons that need its script, lets long Japanese labels overlap and says what it shows in English.
 * A pie is drawn as bars too: parts of a whole are easier to compare so, and need no colours.
 */
export function Chart({ block, context }: ChartProps): ReactNode {
  const { chart, title } = block;
  const titleId = domId(context, block.block_id, 'title');
  const figures =
    chart.type === 'pie'
      ? figuresOf(
          [{ name: title, data: chart.segments }],
          chart.segments.map(({ label }) => label),
        )
      : figuresOf(chart.series, chart.axis_config.categories);
  const axes = chart.type === 'pie' ? null : chart.axis_config;
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption id={titleId}>{title}</figcaption>
      <div className="visually-hidden">
        <Table figures={figures} title={title} />
      </div>
      {axes?.y_label && <p className="axis">{axes.y_label}</p>}
      {chart.type === 'line' || chart.type === 'area' ? (
        <Lines figures={figures} filled={chart.type === 'area'} />
      ) : (
        <Bars figures={figures} />
      )}
      {axes?.x_label && <p className="axis end">{axes.x_label}</p>}
      {figures.series.length > 1 || axes ? (
        <ul className="legend" aria-hidden="true">
          {figures.series.map(({ name }, index) => (
            <li key={name} className={`series-${index % 6}`}>
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}
