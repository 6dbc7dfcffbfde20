import { setTimeout as delay } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { DAY } from "../../domain/duration.ts";
import type { RequestId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { type OneMachine, type OneMachineOptions, startOneMachine } from "../../local/one-machine.ts";
import { type Person, personCalled } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { fastForward } from "../../local/temporal/time-skipping.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import { Actor } from "./actor.ts";
import { Heard } from "./heard.ts";

/** The whole programme on a machine of its own, and what happens in it. */
export class Story {
  readonly machine: OneMachine;
  readonly heard: Heard;
  /** The request that was asked for last. */
  request: RequestId | undefined;

  #serverRuns = true;

  constructor(machine: OneMachine) {
    this.machine = machine;
    void machine.temporal.ended.then(() => {
      this.#serverRuns = false;
    });
    this.heard = new Heard(machine.slack);
  }

  person(name: string): Actor {
    return this.personOf(personCalled(name));
  }

  /** Somebody who is not of the cast. */
  personOf(person: Person): Actor {
    return new Actor(this, person);
  }

  /** Something that stands in #mentors-internal and no story has spoken of yet. */
  async channelShows(text: string | RegExp) {
    return this.heard.next({ channel: LOCAL.mentorsChannel }, text);
  }

  /** A card in #mentors-internal, once it reads like this. It is no new message. */
  async cardShows(text: string) {
    const { slack } = this.machine;
    return slack.when(() => slack.messages(LOCAL.mentorsChannel).find((message) => message.text.includes(text)), {
      for: `a card with "${text}"`,
      withinMs: 15_000,
    });
  }

  /** Lets days pass for the request of this story. */
  async daysPass(days: number): Promise<"reached" | "ended"> {
    return fastForward(this.machine.connection, this.requestId(), days * DAY);
  }

  /** Nothing of Slack's, or of Airtable's, works any more, until what this returns is called. */
  breaksDown(which: "slack" | "airtable"): () => void {
    const { faults } = this.machine[which];
    return which === "slack"
      ? faults.add({ on: /^(chat|conversations|users|views)\./, does: { kind: "unavailable" } })
      : faults.add({ does: { kind: "unavailable" } });
  }

  requestId(): RequestId {
    if (!this.request) throw new Error("Nobody has asked for anything yet in this story.");
    return this.request;
  }

  /** The state of the request, once it is as it should be. */
  async requestIs(look: (request: MentorRequest) => boolean, withinMs = 20_000): Promise<MentorRequest> {
    const handle = this.machine.client.workflow.getHandle(this.requestId());
    return eventually(
      async () => {
        const state = await handle.query<MentorRequest>(REQUEST_QUERY);
        return look(state) ? state : undefined;
      },
      "the request to be as expected",
      withinMs,
    );
  }

  /** Temporal's lists, which follow a little later, have a request that is found by this query. */
  async isListed(query: string): Promise<void> {
    await eventually(async () => {
      for await (const found of this.machine.client.workflow.list({ query })) return found;
      return undefined;
    }, `a request to be listed: ${query}`);
  }

  /** Everything is said that was to be said: what is said twice, or too much, comes out. */
  async settles(): Promise<void> {
    if (this.request && this.#serverRuns) await this.requestIs(({ outbox }) => outbox.length === 0);
  }

  /** The request's row in Airtable, once it is as it should be. */
  async recordIs(look: (fields: Readonly<Record<string, unknown>>) => boolean) {
    return eventually(async () => this.records().find(look), "the record to be as expected", 20_000);
  }

  /** All requests in Airtable. */
  records(): readonly Readonly<Record<string, unknown>>[] {
    const table = this.machine.airtable.table(LOCAL.airtableBase, "Mentor Requests");
    return table.rows().map(({ fields }) => fields);
  }
}

/** Asks until there is an answer. Simulators that tell of their changes are asked through `when` instead. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms for ${what}, in vain.`);
    await delay(20);
  }
}

type Extra = Pick<OneMachineOptions, "more" | "airtableCallsPerSecond" | "transport"> & {
  /** Calls that no app would make, but for what somebody has forged here. */
  readonly forged?: RegExp;
  /** How long it may take to tell, in milliseconds. */
  readonly withinMs?: number;
};

/** A test told by people. A message that the story does not speak of fails it, and so does a call that no app would make. */
export function story(
  title: string,
  tell: (s: Story) => Promise<void>,
  { forged, withinMs = 60_000, ...extra }: Extra = {},
): void {
  test(title, { timeout: withinMs }, async () => {
    const machine = await startOneMachine({
      progress: () => undefined,
      workflowBundle: { codePath: inject("workflowBundle") },
      ...extra,
    });
    try {
      const s = new Story(machine);
      await tell(s);
      await s.settles();
      expect(s.heard.unspokenOf(), "messages that the story does not speak of").toEqual([]);
      expect(machine.slack.problems.filter((problem) => !forged?.test(problem))).toEqual([]);
      expect(machine.airtable.problems).toEqual([]);
    } finally {
      await machine.stop();
    }
  });
}
