import type { SectionId } from '../plan/section.ts';

/** Some rows by their sections, in the order they came, so that a section's own are found without looking at all. */
export function bySection<T extends { section: SectionId }>(rows: readonly T[]): ReadonlyMap<SectionId, readonly T[]> {
  const all = new Map<SectionId, T[]>();
  for (const row of rows) {
    const others = all.get(row.section);
    if (others) others.push(row);
    else all.set(row.section, [row]);
  }
  return all;
}
