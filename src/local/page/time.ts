const day = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const minute = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' });

/** «11月21日(土)» of an ISO instant, in Tokyo. */
export function dayOf(at: string): string {
  return day.format(new Date(at));
}

/** «9:05» of an ISO instant, in Tokyo. */
export function minuteOf(at: string): string {
  return minute.format(new Date(at));
}
