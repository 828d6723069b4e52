import { SaxesParser } from 'saxes';
import { WorkbookError } from './workbook.ts';

/** The attributes of an element without their prefixes, which differ by the program that wrote the file. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done at each element; names come without prefixes. */
export interface Steps {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function damaged(): never {
  throw new WorkbookError({ code: 'damaged' });
}

function decode(xml: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(xml);
  } catch {
    return damaged();
  }
}

/**
 * Reads XML from its beginning to its end. A document type is refused: no file of Excel has one, and entities begin there.
 * @throws WorkbookError when it is not well-formed UTF-8 XML.
 */
export function walk(xml: Uint8Array, steps: Steps): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), value] as const);
    steps.open?.(local(name), Object.fromEntries(plain));
  });
  parser.on('text', (text) => steps.text?.(text));
  parser.on('cdata', (text) => steps.text?.(text));
  parser.on('closetag', ({ name }) => steps.close?.(local(name)));
  parser.write(decode(xml)).close();
}
