import type { ReactNode } from 'react';
import type { BlockOf, Cell } from './block-schema.ts';
import { type BlocksContext, domId } from './context.ts';
import { LibraryBlock } from './library.tsx';
import { Note } from './note.tsx';
import { sortValues } from './sort-values.ts';

const defaultPageSize = 10;

/** The words in a rich text, for sorting. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner : words(inner)))
    .join('');
}

function printed(cell: Cell): string {
  if (cell.type === 'rich_text') return words(cell.elements);
  return cell.text ?? ('value' in cell ? String(cell.value) : '');
}

function Content({ cell, context }: { cell: Cell; context: BlocksContext }): ReactNode {
  if (cell.type !== 'rich_text') return printed(cell);
  return <LibraryBlock block={cell} context={context} fallback={<Note of={cell} context={context} />} />;
}

interface DataTableProps {
  /** A plain table has no caption. */
  block: Omit<BlockOf<'data_table'>, 'caption' | 'type'> & { caption: string | null };
  context: BlocksContext;
}

/** A table of figures. Without script all rows show, in the bot's order; browser/data-table.ts sorts and pages them. */
export function DataTable({ block, context }: DataTableProps): ReactNode {
  const [head = [], ...rows] = block.rows;
  const columns = head.map((_, column) =>
    sortValues(
      rows.map((row) => {
        const cell = row[column];
        return {
          text: cell ? printed(cell) : '',
          value: cell?.type === 'raw_number' ? cell.value : undefined,
        };
      }),
    ),
  );
  const captionId = domId(context, block.block_id, 'caption');
  const say = context.wording;
  return (
    <div
      className="data-table"
      id={domId(context, block.block_id, 'table')}
      data-page-size={block.page_size ?? defaultPageSize}
      data-range={say.plain('local.block_range', { from: '{from}', to: '{to}', count: '{count}' })}
      data-sort-title={say.plain('local.block_sort', {})}
    >
      <section
        className="data-table-scroll"
        aria-labelledby={block.caption === null ? undefined : captionId}
        aria-label={block.caption === null ? say.plain('local.block_table', {}) : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table>
          {block.caption !== null && <caption id={captionId}>{block.caption}</caption>}
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
                  key={column}
                  scope="col"
                  data-by={columns[column] ? 'number' : 'words'}
                >
                  <Content cell={cell} context={context} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
              <tr key={index} data-row={index}>
                {row.map((cell, column) => {
                  const Tag = column === block.row_header_column_index ? 'th' : 'td';
                  return (
                    <Tag
                      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
                      key={column}
                      scope={Tag === 'th' ? 'row' : undefined}
                      className={typeof columns[column]?.[index] === 'number' ? 'figure' : undefined}
                      data-value={columns[column]?.[index] ?? undefined}
                    >
                      <Content cell={cell} context={context} />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="data-table-pages" hidden>
        <button type="button" className="button" data-turn="-1">
          {say.plain('local.block_previous', {})}
        </button>
        <span role="status" />
        <button type="button" className="button" data-turn="1">
          {say.plain('local.block_next', {})}
        </button>
      </div>
    </div>
  );
}
