import type { SlackChange } from "./slack-change.ts";

interface Patience {
  readonly withinMs?: number;
  /** What is waited for, to be named when it does not come. */
  readonly for?: string;
}

/** Looks now and after every change, until there is something to see. */
export function whenTrue<T>(
  onChange: (listener: (change: SlackChange) => void) => () => void,
  look: () => T | undefined | false,
  { withinMs = 10_000, for: what = "what was waited for" }: Patience,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = onChange(check);
    const timer = setTimeout(
      () => settle(() => reject(new Error(`In ${withinMs} ms, ${what} did not happen in Slack.`))),
      withinMs,
    );
    check();

    function check(): void {
      try {
        const seen = look();
        if (seen !== undefined && seen !== false) settle(() => resolve(seen));
      } catch (error) {
        settle(() => reject(error));
      }
    }

    function settle(how: () => void): void {
      clearTimeout(timer);
      stop();
      how();
    }
  });
}
