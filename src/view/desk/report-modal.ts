import type { ModalView } from '@slack/types';
import { callbackIds } from '../action-ids.ts';
import { type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { layOut } from '../lay-out.ts';
import { limits, shorten } from '../limits.ts';

interface ModalOptions {
  callback: string;
  title: string;
  close: string;
  /** Left out where there is nothing to send. */
  submit?: string;
  metadata?: object;
  /** Whether Slack says when it is closed. */
  notifyOnClose?: boolean;
  parts: readonly Part[];
}

const plain = (text: string) => ({ type: 'plain_text' as const, text: shorten(text, limits.viewTitle) });

/** A modal within Slack's limits; what does not fit is dropped from the end. */
export function modal({ callback, title, close, submit, metadata, notifyOnClose, parts }: ModalOptions): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(title),
    close: plain(close),
    ...(submit === undefined ? {} : { submit: plain(submit) }),
    ...(metadata === undefined ? {} : { private_metadata: JSON.stringify(metadata) }),
    ...(notifyOnClose ? { notify_on_close: true } : {}),
    blocks: layOut({ text: '', parts }, { surface: 'modal', newerBlocks: false }).blocks,
  };
}

/** A modal that only says something. */
export function saying(page: 'done' | 'problem' | 'closed', text: string, { wording }: ViewContext): ModalView {
  return modal({
    callback: callbackIds.reportPage,
    title: wording.plain('report.page_title', { page }),
    close: wording.plain('desk.close', {}),
    parts: section(text),
  });
}
