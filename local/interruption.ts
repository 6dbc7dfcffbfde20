/**
 * Ctrl-C and its like. Until somebody waits for it, it ends this process at once, and with it the Temporal server; from
 * then on it only tells, and telling twice is harmless: an impatient second Ctrl-C would leave the server behind.
 */
export function watchForInterruption(): { readonly interrupted: () => Promise<void> } {
  let tell: (() => void) | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (tell ? tell() : process.exit(130)));
  }
  return {
    interrupted: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  };
}
