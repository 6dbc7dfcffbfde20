interface Choices {
  readonly port: number;
  readonly uiPort: number;
  readonly dbFile?: string | undefined;
}

/** What the `temporal` program is started with. */
export function serverArguments({ port, uiPort, dbFile }: Choices): readonly string[] {
  return [
    ...["server", "start-dev", "--ip", "127.0.0.1", "--port", `${port}`, "--ui-port", `${uiPort}`],
    "--ui-disable-news-fetch",
    ...DYNAMIC_CONFIG.flatMap((value) => ["--dynamic-config-value", value]),
    ...(dbFile ? ["--db-filename", dbFile, ...WRITE_AHEAD.flatMap((pragma) => ["--sqlite-pragma", pragma])] : []),
  ];
}

const DYNAMIC_CONFIG = [
  "frontend.WorkflowTimeSkippingEnabled=true",
  // By default a timer fires up to a second late, and so every skip takes a second.
  'history.timerProcessorMaxTimeShift="1ms"',
  // By default 20 polls a second for the one shard there is: every task waits up to 50 ms.
  "history.transferProcessorMaxPollRPS=1000",
  "history.timerProcessorMaxPollRPS=1000",
];

/** Four times as many requests a second as SQLite's default journal, and a killed server loses nothing either. */
const WRITE_AHEAD = ["journal_mode=WAL", "synchronous=NORMAL"];
