import type { NoticeParts } from '../parts.ts';

/** What the desk of notices works with. */
export interface NoticeDeskParts extends NoticeParts {
  /** Called after each stored change, so that messages are sent and edited at once. Must not throw, and is not waited for. */
  changed: () => void;
}
