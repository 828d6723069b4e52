import { Temporal } from 'temporal-polyfill';

/** The only clock of the program. Only the local workspace ever sets it apart from the real one. */
export function createClock() {
  let ahead = 0;
  const now = (): Temporal.Instant => Temporal.Now.instant().add({ seconds: ahead });
  return {
    now,
    today: () => now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
    shift: (seconds: number) => {
      ahead = seconds;
    },
    realSeconds: () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000),
  };
}
