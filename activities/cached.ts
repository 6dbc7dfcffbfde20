import { log } from "@temporalio/activity";

/** A value that is read at most this often, by one reader for all, and kept while it cannot be read again. */
export interface Cached<Value> {
  /** The value, at most `maxAgeMs` old unless it cannot be had. Throws only when it never could. */
  get(maxAgeMs: number): Promise<Value>;
  /** Something has changed: it is read anew when it is wanted next. */
  expire(): void;
}

export function cached<Value>(what: string, read: () => Promise<Value>): Cached<Value> {
  let kept: { readonly value: Value; readonly at: number } | undefined;
  let reading: Promise<Value> | undefined;

  const readOnce = async (): Promise<Value> => {
    try {
      const value = await read();
      kept = { value, at: Date.now() };
      return value;
    } finally {
      reading = undefined;
    }
  };

  return {
    expire() {
      if (kept) kept = { ...kept, at: 0 };
    },
    async get(maxAgeMs) {
      if (kept && Date.now() - kept.at <= maxAgeMs) return kept.value;
      reading ??= readOnce();
      if (!kept) return reading;
      const stale = kept;
      return reading.catch((error: unknown) => {
        const age = Math.round((Date.now() - stale.at) / 1000);
        log.warn(`${what} could not be read again; the copy of ${age} s ago is used`, { error });
        return stale.value;
      });
    },
  };
}
