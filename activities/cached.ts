import { log } from "@temporalio/activity";

/** A value that is read at most this often, by one reader for all, and kept while it cannot be read again. */
export interface Cached<Value> {
  /** The value, at most `maxAgeMs` old unless it cannot be had. Throws only when it never could. */
  get(maxAgeMs: number): Promise<Value>;
  /** Something has changed: it is read anew when it is wanted next. */
  expire(): void;
  /** How it is with the copy now. */
  copy(): Copy;
}

export interface Copy {
  readonly what: string;
  /** In ISO 8601; absent until it could be read for the first time. */
  readonly readAt?: string;
  /** The last attempt to read it again has failed. */
  readonly isStale: boolean;
}

/** Something that is read, and is kept elsewhere. */
export interface Noted<Value> {
  read(): Promise<Value>;
  /** How it was when it was read here last. */
  copy(): Copy;
}

export function noted<Value>(what: string, read: () => Promise<Value>): Noted<Value> {
  let isStale = false;
  let readAt: string | undefined;
  return {
    copy: () => ({ what, ...(readAt && { readAt }), isStale }),
    async read() {
      try {
        const value = await read();
        readAt = new Date().toISOString();
        isStale = false;
        return value;
      } catch (error) {
        isStale = true;
        throw error;
      }
    },
  };
}

export function cached<Value>(what: string, read: () => Promise<Value>): Cached<Value> {
  const source = noted(what, read);
  let kept: { readonly value: Value; readonly at: number } | undefined;
  let reading: Promise<Value> | undefined;

  const readOnce = async (): Promise<Value> => {
    try {
      const value = await source.read();
      kept = { value, at: Date.now() };
      return value;
    } finally {
      reading = undefined;
    }
  };

  return {
    copy: source.copy,
    expire() {
      if (kept) kept = { ...kept, at: 0 };
    },
    async get(maxAgeMs) {
      if (kept && Date.now() - kept.at <= maxAgeMs) return kept.value;
      reading ??= readOnce();
      if (!kept) return reading;
      const stale = kept;
      return reading.catch((error: unknown) => {
        log.warn(`${what} could not be read again; the copy of ${source.copy().readAt} is used`, { error });
        return stale.value;
      });
    },
  };
}
