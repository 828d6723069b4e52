/** A promise that a test settles. */
export interface Gate {
  opened: Promise<void>;
  open: () => void;
  fail: (error: Error) => void;
}

export function createGate(): Gate {
  let open: Gate['open'] = () => undefined;
  let fail: Gate['fail'] = () => undefined;
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { opened, open, fail };
}
