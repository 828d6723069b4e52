import { styleText } from 'node:util';
import type { DataTableBlock } from '@slack/types';
import stringWidth from 'string-width';
import type { AnyBlock, DataVisualizationBlock } from './blocks.ts';

interface TerminalOptions {
  colour: boolean;
  /** Columns of the terminal. */
  width: number;
}

type Style = 'bold' | 'dim' | 'cyan' | 'underline';

const longestBar = 24;
/** Cells share the width; three columns usually matter. */
const narrowestCell = 28;

/** mrkdwn as a terminal shows it: bold where it is bold, entities as characters. */
function mrkdwn(text: string, paint: (style: Style, text: string) => string): string {
  return text
    .replace(/\*([^*\n]+)\*/gu, (_, bold: string) => paint('bold', bold))
    .replace(/`([^`\n]+)`/gu, (_, code: string) => paint('cyan', code))
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Cuts to a width in columns: a kanji takes two. */
function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function cellText(cell: DataTableBlock['rows'][number][number]): string {
  return 'text' in cell ? cell.text : '';
}

function tableLines(block: DataTableBlock, width: number, paint: (style: Style, text: string) => string): string[] {
  const widest = Math.max(narrowestCell, Math.floor(width / 3));
  const rows = block.rows.map((row) => row.map((cell) => clip(cellText(cell), widest)));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [paint('underline', line(head)), ...body.map(line)];
}

function chartLines({ title, chart }: DataVisualizationBlock, paint: (style: Style, text: string) => string): string[] {
  const values = chart.series.flatMap(({ data }) => data.map(({ value }) => Math.abs(value)));
  const most = Math.max(...values, 1);
  const labels = chart.series.flatMap(({ name, data }) =>
    data.map(({ label, value }) => ({ label: chart.series.length > 1 ? `${label} ${name}` : label, value })),
  );
  const width = Math.max(...labels.map(({ label }) => stringWidth(label)));
  return [
    paint('dim', title),
    ...labels.map(({ label, value }) => {
      const bar = '█'.repeat(Math.round((Math.abs(value) / most) * longestBar));
      return `${pad(label, width)}  ${paint('cyan', bar)} ${value.toLocaleString('ja-JP')}`;
    }),
  ];
}

/** The blocks of an answer as lines for a terminal: what Slack shows, without what can only be clicked. */
export function terminalText(blocks: readonly AnyBlock[], { colour, width }: TerminalOptions): string {
  const paint = (style: Style, text: string): string =>
    colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  const texts = blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'header':
        return [
          '',
          paint('bold', block.text.text),
          paint('dim', '─'.repeat(Math.min(width, stringWidth(block.text.text)))),
        ];
      case 'section':
        return ['', mrkdwn(block.text?.text ?? '', paint)];
      case 'context':
        return block.elements.map((element) =>
          'text' in element && typeof element.text === 'string'
            ? paint(
                'dim',
                mrkdwn(element.text, (_, text) => text),
              )
            : '',
        );
      case 'divider':
        return [paint('dim', '─'.repeat(Math.min(width, 60)))];
      case 'data_table':
        return ['', ...tableLines(block, width, paint)];
      case 'data_visualization':
        return ['', ...chartLines(block, paint)];
      default:
        return [];
    }
  });
  return texts.join('\n').trim();
}
