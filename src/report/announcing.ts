import type { ReportStore } from './store.ts';

/** The same store, which says that something may have changed after everything that was written. */
export function announcing(store: ReportStore, changed: () => void): ReportStore {
  const after =
    <Given extends unknown[], Written>(write: (...given: Given) => Promise<Written>) =>
    async (...given: Given): Promise<Written> => {
      const written = await write(...given);
      changed();
      return written;
    };
  return {
    ...store,
    saveRound: after(store.saveRound),
    saveReport: after(store.saveReport),
    saveDraft: after(store.saveDraft),
    dropDraft: after(store.dropDraft),
    saveRosterEntry: after(store.saveRosterEntry),
    saveHandover: after(store.saveHandover),
    saveExclusionRequest: after(store.saveExclusionRequest),
  };
}
