/** Milliseconds after which whoever waits is told something else: Slack gives up after three seconds. */
const acknowledgeWithin = 2_500;

/** What `work` gives, or what `late` gives where that takes longer; the work itself goes on. */
export function unlessLate<T, L>(work: Promise<T>, milliseconds: number, late: () => L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
    timer.unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What `work` gives. @throws Error when that takes too long for Slack; the work itself goes on. */
export function inTime<T>(work: Promise<T>, milliseconds = acknowledgeWithin): Promise<T> {
  return unlessLate(work, milliseconds, () => {
    throw new Error(`not done within ${milliseconds} ms`);
  });
}
