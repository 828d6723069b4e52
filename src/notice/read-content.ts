import type { Circumstances } from './circumstances.ts';
import { compose } from './compose.ts';
import type { Content } from './content.ts';
import { readReported } from './news-content.ts';
import type { Notice } from './notice.ts';
import type { NoticeParts } from './parts.ts';
import { readCircumstances } from './read-circumstances.ts';

/** What a notice tells at this moment, by what is stored; null where nothing is left to say. @throws what the stores throw. */
export async function readContent(
  parts: NoticeParts,
  notice: Notice,
  circumstances: () => Promise<Circumstances> = () => readCircumstances(parts),
): Promise<Content | null> {
  const reported = notice.kind === 'news' ? await readReported(parts, notice) : null;
  return compose(notice, await circumstances(), reported);
}
