import type { Circumstances } from './circumstances.ts';
import type { Trouble } from './content.ts';
import { keyOf, type Notice, type NoticeKey } from './notice.ts';
import type { Outgoing } from './outbox.ts';

function failedNotice(key: NoticeKey, { stuck }: Circumstances): Outgoing | undefined {
  return stuck.find((outgoing) => outgoing.state === 'failed' && outgoing.key === key);
}

/** What a coordinator is told of a notice that Slack does not take; null where that has been mended since. */
export function composeTrouble(
  { to, about }: Extract<Notice, { kind: 'trouble' }>,
  circumstances: Circumstances,
): Trouble | null {
  const failed = failedNotice(about, circumstances);
  return failed ? { kind: 'trouble', to, notice: failed.notice, trouble: failed.trouble ?? '', settled: false } : null;
}

/** A trouble that was told as it should look now. */
export function followTrouble(trouble: Trouble, circumstances: Circumstances): Trouble {
  return { ...trouble, settled: trouble.settled || !failedNotice(keyOf(trouble.notice), circumstances) };
}
