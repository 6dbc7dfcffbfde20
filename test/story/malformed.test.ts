import fc from "fast-check";
import { expect } from "vitest";
import type { Outgoing } from "../../local/slack-simulator/delivery/outgoing.ts";
import { story } from "./story.ts";

type Json = Readonly<Record<string, unknown>>;

const PAYLOADS = 1_000;
const AT_A_TIME = 250;

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    0,
    -1,
    Number.MAX_SAFE_INTEGER,
    true,
    [],
    {},
    "__proto__",
    "<!channel>",
  ),
  fc.constantFrom<unknown>(
    "x".repeat(20_000),
    { a: { b: { c: [] } } },
    ["U0BOB"],
    "U0BOB'; DROP TABLE",
    "request-../../x",
  ),
  fc.jsonValue(),
);

/** A place in a payload, by the numbers of its steps; what stands there is replaced, or taken away. */
const harm = fc.record({
  path: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  value: hostile,
  gone: fc.boolean(),
});

function harmed(
  payload: Json,
  { path: [step = 0, ...rest], value, gone }: { path: number[]; value: unknown; gone: boolean },
): Json {
  const keys = Object.keys(payload);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return payload;
  const inner = payload[key];
  if (rest.length > 0 && typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    return { ...payload, [key]: harmed(inner as Json, { path: rest, value, gone }) };
  }
  if (rest.length > 0 && Array.isArray(inner) && inner.length > 0) {
    const [first, ...others] = inner as Json[];
    return { ...payload, [key]: [harmed(first ?? {}, { path: rest, value, gone }), ...others] };
  }
  const { [key]: _, ...without } = payload;
  return gone ? without : { ...payload, [key]: value };
}

/** Whether anybody can still see what kind of thing this is, and that somebody is there to be answered. */
function isRecognisable({ kind, payload }: Pick<Outgoing, "kind" | "payload">): boolean {
  if (kind === "slash_commands") return payload.command === "/mentor";
  const { type, actions, view, user, team } = payload as Readonly<Record<string, Json | undefined>> & {
    actions?: Json[];
  };
  // Bolt itself turns away what comes from nobody, or from no workspace: it has no one to answer to.
  if (user === undefined || typeof team?.id !== "string") return false;
  if (String(type) === "block_actions") return Array.isArray(actions) && typeof actions[0]?.action_id === "string";
  return (
    String(type) === "view_submission" &&
    typeof view === "object" &&
    view !== null &&
    view.callback_id === "request-form"
  );
}

story(
  "a thousand malformed payloads: nothing falls, no click is left unanswered, nothing reaches a request",
  async (s) => {
    const bob = s.person("bob");
    const { slack, client } = s.machine;
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    const receipt = await bob.receives("we have your request");
    await s.settles();

    const seen: Pick<Outgoing, "kind" | "payload">[] = [];
    const catching = (kind: Outgoing["kind"]) => ({
      forge: (payload: Json) => {
        seen.push({ kind, payload });
        return { ...payload, type: "nothing", command: "nothing" };
      },
    });
    const form = await bob.opensForm();
    await bob.slack.press({ channel: receipt.channel, ts: receipt.ts }, "withdraw", catching("interactive"));
    await bob.slack.submit(
      form,
      { service: "Code review", skills: ["Go"], details: "a".repeat(40) },
      catching("interactive"),
    );
    await bob.slack.command("/mentor", "status", undefined, catching("slash_commands"));
    const before = await s.requestIs(() => true);

    const cases = fc.sample(fc.tuple(fc.nat(), fc.array(harm, { minLength: 1, maxLength: 3 })), {
      numRuns: PAYLOADS,
      seed: 7,
    });
    const payloads = cases.flatMap(([which, harms]) => {
      const { kind = "interactive", payload = {} } = seen[which % seen.length] ?? {};
      const malformed = harms.reduce<Json>((state, one) => harmed(state, one), payload);
      return {
        kind,
        payload: { ...malformed, user: malformed.user === undefined ? undefined : { id: "nobody at all" } },
      };
    });
    const unanswered: unknown[] = [];
    for (let i = 0; i < payloads.length; i += AT_A_TIME) {
      await Promise.all(
        payloads.slice(i, i + AT_A_TIME).map(async (one) => {
          const { acked } = await bob.slack.deliver(one.payload, one.kind);
          if (!acked && isRecognisable(one)) unanswered.push(JSON.stringify(one.payload).slice(0, 700));
        }),
      );
    }

    expect(unanswered).toEqual([]);
    const after = await s.requestIs(() => true);
    expect(after.timeline).toEqual(before.timeline);
    const started = await client.workflow.count('WorkflowType = "mentorRequest"');
    expect(started.count).toBe(1);
    s.heard.allIsSaid();
    await bob.slack.command("/mentor", "help");
    await bob.isShown("shows this");
    expect(slack.socketCount()).toBe(1);
  },
);
