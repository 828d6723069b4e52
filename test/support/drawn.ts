import { type Document, type Element, Window } from 'happy-dom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../src/local/blocks/blocks.tsx';
import type { BlocksContext } from '../../src/local/blocks/context.ts';
import { withBlockIds } from '../../src/local/blocks/placed.ts';
import type { SentForm } from '../../src/local/blocks/submitted.ts';
import { realWording } from './view-context.ts';

/** What blocks are drawn for in tests: a message in the conversation C1. */
export function blocksContext(over: Partial<BlocksContext> = {}): BlocksContext {
  return {
    mode: 'message',
    idPrefix: '1700000000.000100',
    actionUrl: '/actions/1',
    directory: {
      users: [
        { id: 'U1', name: '職員' },
        { id: 'U2', name: 'デジタルみやぎ推進課長' },
      ],
      conversations: [
        { id: 'C1', name: '情報化推進', kind: 'public' },
        { id: 'C2', name: '計画の相談', kind: 'private' },
        { id: 'D1', name: '職員', kind: 'im' },
      ],
    },
    currentConversation: 'C1',
    wording: realWording,
    errors: {},
    values: new Map(),
    ...over,
  };
}

/** A document of its own; the page of one test cannot reach another's. */
export function documentOf(html: string): Document {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document;
}

/** The HTML of blocks, as the workspace's server writes it. */
export function htmlOf(blocks: readonly unknown[], over: Partial<BlocksContext> = {}): string {
  return renderToStaticMarkup(createElement(Blocks, { blocks: withBlockIds(blocks), context: blocksContext(over) }));
}

/** Blocks as a browser would read them, inside a form as a modal has it. */
export function drawn(blocks: readonly unknown[], over: Partial<BlocksContext> = {}): Document {
  const html = htmlOf(blocks, over);
  return documentOf(over.mode === 'modal' ? `<form>${html}</form>` : html);
}

/** What a browser would send of the page's form, untouched. */
export function sentBy(document: Document): SentForm {
  const sent = new Map<string, string[]>();
  const add = (name: string, value: string): Map<string, string[]> =>
    sent.set(name, [...(sent.get(name) ?? []), value]);
  for (const input of document.querySelectorAll('input')) {
    if (input.type === 'file' || (['checkbox', 'radio'].includes(input.type) && !input.checked)) continue;
    add(input.name, input.value);
  }
  // An HTML parser drops the first line end of a textarea, for which React writes one more; this DOM keeps both.
  for (const { name, value } of document.querySelectorAll('textarea')) add(name, value.replace(/^\n/u, ''));
  // The value of a select is its first option's in this DOM, whatever the HTML says.
  for (const select of document.querySelectorAll('select'))
    add(select.name, select.querySelector('option[selected]')?.getAttribute('value') ?? '');
  return sent;
}

/** The name a screen reader says for a control. */
export function accessibleName(element: Element): string {
  const labelledBy = element.id === '' ? null : element.ownerDocument.querySelector(`label[for="${element.id}"]`);
  return (element.getAttribute('aria-label') ?? labelledBy?.textContent ?? element.textContent).trim();
}
