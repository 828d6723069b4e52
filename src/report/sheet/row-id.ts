import { createHash } from 'node:crypto';
import { type KpiId, kpiIdSchema } from '../../plan/kpi.ts';
import { type SectionId, sectionIdSchema } from '../../plan/section.ts';
import { type RoundId, roundIdSchema } from '../round.ts';
import { type FillInTexts, fillInColumns } from './columns.ts';

/** Which line of which report a row is, and what stood there when it was handed out. */
export interface RowId {
  round: RoundId;
  section: SectionId;
  kpi: KpiId;
  /** The version of the report at the time. */
  version: number;
  /** Over the id and the cells as handed out; see `checksumOf`. */
  checksum: string;
}

type Place = Pick<RowId, 'round' | 'section' | 'kpi' | 'version'>;

/** `<round>/<section>/<kpi id>`; a slash in a section's name is escaped, so that the text has one reading. */
function path({ round, section, kpi }: Place): string {
  return `${round}/${section.replace(/[%/]/gu, encodeURIComponent)}/${kpi}`;
}

/**
 * A short sum over a row as it was handed out. The same sum over the cells now says that nobody touched the row; over the
 * report's line now, that the report did not change there. It catches slips, not forgers: what somebody may do is asked elsewhere.
 */
export function checksumOf(place: Place, texts: FillInTexts): string {
  const content = [path(place), place.version, ...fillInColumns.map((column) => texts[column])];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}

/** «r7/デジタルみやぎ推進課/policy2021/1-1#1 3 0f2a…»: the path, the report's version, the checksum. */
export function writeRowId(place: Place, texts: FillInTexts): string {
  return `${path(place)} ${place.version} ${checksumOf(place, texts)}`;
}

/** The id in a cell; null where it is not one of ours. */
export function readRowId(text: string): RowId | null {
  const pattern =
    /^(?<round>[a-z0-9-]{1,64})\/(?<section>[^\s/]+)\/(?<kpi>\S+) (?<version>\d{1,9}) (?<checksum>[0-9a-f]{12})$/u;
  const parts = pattern.exec(text.trim())?.groups;
  if (!parts) return null;
  const round = roundIdSchema.safeParse(parts.round);
  const section = sectionIdSchema.safeParse(parts.section?.replace(/%25|%2F/gu, decodeURIComponent));
  const kpi = kpiIdSchema.safeParse(parts.kpi);
  if (!round.success || !section.success || !kpi.success) return null;
  const { version, checksum = '' } = parts;
  return { round: round.data, section: section.data, kpi: kpi.data, version: Number(version), checksum };
}
