import { expect, inject, test } from "vitest";
import {
  CONFIGURE_SIGNAL,
  FIGURES_AGAIN_SIGNAL,
  POLICY_SIGNAL,
  QUESTION_SIGNAL,
  REFRESH_SIGNAL,
} from "../../workflows/contract.ts";
import { APPROVAL_SIGNAL, WISH_SIGNAL } from "../../workflows/enrolment-contract.ts";
import { historyOf, OTHER_LIVES, type OtherLife } from "./other-lives.ts";
import { type RunningRequest, RunningRequests } from "./running-requests.ts";

const SIGNALS: Readonly<Record<string, readonly string[]>> = {
  programme: [CONFIGURE_SIGNAL, POLICY_SIGNAL, QUESTION_SIGNAL, REFRESH_SIGNAL, FIGURES_AGAIN_SIGNAL],
  "enrolment accepted, a break, left": [WISH_SIGNAL, APPROVAL_SIGNAL],
};

const STRANGE = [
  null,
  5,
  "x",
  {},
  [],
  { actionId: "a-1" },
  { wish: null, actionId: "a-2" },
  { from: 7, actionId: "a-3" },
];

const lives = OTHER_LIVES.filter(({ name }) => name in SIGNALS);

test("there is a life of each", () => expect(lives.length).toBe(Object.keys(SIGNALS).length));

test.each(lives)("whatever is typed into Temporal's own page, it goes on: $name", async (life) => {
  const disturbed: OtherLife = {
    ...life,
    async play(handle) {
      for (const signal of SIGNALS[life.name] ?? []) {
        await handle.signal(signal);
        for (const payload of STRANGE) await handle.signal(signal, payload);
      }
      await life.play(handle);
    },
  };
  const { events } = await historyOf(disturbed, inject("temporalAddress"), inject("workflowBundle"));
  expect(events?.filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
});

/** Its form for a signal offers this encoding as well, and other programs can send anything. */
const UNREADABLE = [
  { encoding: "json/protobuf", data: '{"reason":"a misspelling"}' },
  { encoding: "json/plain", data: "{no json" },
  { encoding: "none of ours", data: "x" },
];

const sendUnread = ({ connection }: RunningRequests, { id }: RunningRequest, signalName: string) =>
  UNREADABLE.map(({ encoding, data }) =>
    connection.workflowService.signalWorkflowExecution({
      namespace: "default",
      workflowExecution: { workflowId: id },
      signalName,
      input: { payloads: [{ metadata: { encoding: Buffer.from(encoding) }, data: Buffer.from(data) }] },
    }),
  );

test("what cannot even be read stands in the timeline as refused, and the request goes on", async () => {
  const requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
  const request = await requests.open();
  await Promise.all(["close", "clsoe"].flatMap((name) => sendUnread(requests, request, name)));
  const { timeline } = await request.is(
    ({ timeline: { entries } }) => entries.filter(({ what }) => what === "refused").length === 6,
  );
  expect(timeline.entries.filter(({ what }) => what === "refused").map(({ by }) => by)).toEqual(
    Array.from({ length: 6 }, () => "temporal"),
  );

  await request.act("close", { by: "U0CORA", as: "coordinator", actionId: "by-hand-1", reason: "Done." });
  expect(await request.handle.result()).toMatchObject({ kind: "closed-by-coordinator" });
  const { events } = await request.handle.fetchHistory();
  expect(events?.filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
  await requests.end();
});
