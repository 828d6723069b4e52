import type { SectionId } from '../plan/section.ts';
import type { RoundId } from '../report/round.ts';
import type { Content } from './content.ts';

/** What one section is asked in one round. */
interface About {
  round: RoundId;
  section: SectionId;
}

/** Which answers a message is about, the most urgent first; none where it is about everything, or about no answer. */
export function aboutOf(content: Content): readonly About[] {
  switch (content.kind) {
    case 'reminder':
      return content.items;
    case 'escalation':
      return content.sections;
    case 'request':
    case 'decision':
      return [content.request];
    case 'news':
      return [content.report];
    case 'trouble':
    case 'digest-preview':
    case 'digest':
    case 'digest-part':
    case 'digest-correction':
      return [];
  }
}
