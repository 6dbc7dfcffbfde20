import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { type OneMachine, startOneMachine } from "../../local/one-machine.ts";
import { type PlaygroundServer, startPlayground } from "../../local/playground/playground.ts";
import { personCalled } from "../../local/seed/cast.ts";
import { launchChromium } from "./chromium.ts";
import { Seat } from "./seat.ts";

/** A playground with the whole programme behind it, and people in front of it, for all tests of a file. */
export class APlayground {
  readonly #parts: { readonly machine: OneMachine; readonly server: PlaygroundServer; readonly browser: Browser };
  readonly #seats: Seat[] = [];

  constructor(parts: { readonly machine: OneMachine; readonly server: PlaygroundServer; readonly browser: Browser }) {
    this.#parts = parts;
  }

  get machine(): OneMachine {
    return this.#parts.machine;
  }

  get url(): string {
    return this.#parts.server.url;
  }

  /** Somebody in a browser of their own, at a channel's id, "app", "mentors" or "home". */
  async as(name: string, where = "app", options: BrowserContextOptions = {}): Promise<Seat> {
    const context = await this.#parts.browser.newContext({ viewport: { width: 1360, height: 820 }, ...options });
    const seat = new Seat({ page: await context.newPage(), url: this.url, id: personCalled(name).id });
    this.#seats.push(seat);
    await seat.goes(where);
    return seat;
  }

  /** Everybody leaves. What went wrong in their browsers is returned. */
  async leave(): Promise<readonly string[]> {
    const seats = this.#seats.splice(0);
    for (const { page } of seats) await page.context().close();
    return seats.flatMap(({ wrong }) => wrong);
  }
}

/** Starts one for the tests of this file. Errors in a browser's console fail the test. */
export function withPlayground(): () => APlayground {
  let playground: APlayground | undefined;
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const machine = await startOneMachine({
      progress: () => undefined,
      workflowBundle: { codePath: inject("workflowBundle") },
    });
    ends.push(() => machine.stop());
    const server = await startPlayground(machine);
    ends.push(() => server.close());
    const browser = await launchChromium();
    ends.push(() => browser.close());
    playground = new APlayground({ machine, server, browser });
  }, 120_000);

  afterEach(async () => {
    expect(await playground?.leave(), "errors in a browser").toEqual([]);
    expect(playground?.machine.slack.problems).toEqual([]);
    expect(playground?.machine.airtable.problems).toEqual([]);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  }, 60_000);

  return () => {
    if (!playground) throw new Error("The playground has not started.");
    return playground;
  };
}
