import type { SectionId } from '../../plan/section.ts';
import { dayOf } from '../day.ts';
import type { Audience } from '../report-notices.ts';
import { entryOn } from '../roster.ts';
import type { DeskParts } from './parts.ts';

/** Who is to hear of a section's report, by the roster of this moment. */
export async function audienceOf(parts: DeskParts, section: SectionId): Promise<Audience> {
  const entry = entryOn(await parts.store.roster(), section, dayOf(parts.now()));
  return { head: entry?.head ?? null, deputies: entry?.deputies ?? [], coordinators: [...parts.coordinators] };
}
