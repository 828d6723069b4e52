import { walk } from './elements.ts';
import { unescapeCell } from './text.ts';

/** Collects the text of a string item: its runs without the reading that Excel keeps for kanji (`rPh`). */
export function stringCollector(): {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let parts: string[] = [];
  let inText = false;
  let readings = 0;
  return {
    open: (name) => {
      if (name === 'rPh') readings += 1;
      inText = name === 't' && readings === 0;
    },
    text: (text) => {
      if (inText) parts.push(text);
    },
    close: (name) => {
      if (name === 'rPh') readings -= 1;
      if (name === 't') inText = false;
    },
    take: () => {
      const text = unescapeCell(parts.join(''));
      parts = [];
      return text;
    },
  };
}

/** The strings that cells refer to by number; from sharedStrings.xml. */
export function readSharedStrings(xml: Uint8Array): string[] {
  const strings: string[] = [];
  const collector = stringCollector();
  walk(xml, {
    open: (name) => {
      if (name === 'si') collector.take();
      collector.open(name);
    },
    text: (text) => collector.text(text),
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
