import { Temporal } from 'temporal-polyfill';

/** The workspace stands in Japan; Slack shows a date and time in the reader's own zone. */
const zone = 'Asia/Tokyo';

/** Unix seconds as a `datetime-local` field holds them, such as 2026-04-01T09:00. */
export function toField(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Unix seconds of what a `datetime-local` field holds; null when it is no date and time. */
export function fromField(value: string): number | null {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).epochMilliseconds / 1000;
  } catch {
    return null;
  }
}
