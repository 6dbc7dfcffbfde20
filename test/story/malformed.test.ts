import fc from "fast-check";
import { expect } from "vitest";
import type { Outgoing } from "../../local/slack-simulator/delivery/outgoing.ts";
import type { Actor } from "./actor.ts";
import { story } from "./story.ts";

type Json = Readonly<Record<string, unknown>>;

const PAYLOADS = 1_000;
/** What is asked is whether each is answered, and not how many at once this machine can answer in three seconds. */
const AT_A_TIME = 60;

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

const COMMANDS: readonly unknown[] = ["/mentor", "/mentor-requests", "/mentor-volunteer"];
const FORMS: readonly unknown[] = ["request-form", "act-form", "volunteer-form", "pause-form", "reopen-form"];

/** Whether anybody can still see what kind of thing this is, and that somebody is there to be answered. */
function isRecognisable({ kind, payload }: Pick<Outgoing, "kind" | "payload">): boolean {
  if (kind === "events_api") return false;
  if (kind === "slash_commands") return COMMANDS.includes(payload.command);
  const { type, actions, view, user, team } = payload as Readonly<Record<string, Json | undefined>> & {
    actions?: Json[];
  };
  // Bolt itself turns away what comes from nobody, or from no workspace: it has no one to answer to.
  if (user === undefined || typeof team?.id !== "string") return false;
  if (String(type) === "block_actions") return Array.isArray(actions) && typeof actions[0]?.action_id === "string";
  return (
    String(type) === "view_submission" && typeof view === "object" && view !== null && FORMS.includes(view.callback_id)
  );
}

story(
  "a thousand malformed payloads: nothing falls, no click is left unanswered, nothing reaches a request",
  async (s) => {
    const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
    const { slack, client } = s.machine;
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.settles();

    const seen: Pick<Outgoing, "kind" | "payload">[] = [];
    const catching = (kind: Outgoing["kind"]) => ({
      forge: (payload: Json) => {
        seen.push({ kind, payload });
        return { ...payload, type: "nothing", command: "nothing", event: { type: "nothing" } };
      },
    });
    const [command, interactive, event] = (["slash_commands", "interactive", "events_api"] as const).map(catching);
    const opens = (who: Actor, callback: string) =>
      slack.when(() => slack.openViews(who.id).findLast(({ callback_id }) => callback_id === callback), {
        for: `"${callback}" to open`,
      });
    const form = await bob.opensForm();
    await bob.slack.submit(form, { service: "Code review", skills: ["Go"], details: "a".repeat(40) }, interactive);
    await bob.presses("withdraw", interactive);
    for (const act of ["claim", "pass"]) await ada.pressesOnCard(act, interactive);
    await ada.pressesOnCard("ask-details");
    await ada.slack.submit(await opens(ada, "act-form"), { question: "Which database is it?" }, interactive);
    await ada.slack.command("/mentor-volunteer");
    const enrolled = await opens(ada, "volunteer-form");
    await ada.slack.press({ id: enrolled.id }, "volunteer-leave", interactive);
    await ada.slack.press({ id: enrolled.id }, "volunteer-pause");
    await ada.slack.submit(await opens(ada, "pause-form"), { until: "2099-01-01" }, interactive);
    await ada.slack.submit(enrolled, { mentees: "2", conduct: ["accepted"] }, interactive);
    await cora.slack.command("/mentor-requests");
    const queue = await slack.when(
      () => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes("show-request")),
      { for: "the list to open" },
    );
    for (const press of ["show-request", "file-request"]) {
      await cora.slack.press({ id: queue.id }, press, interactive);
    }
    for (const name of ["/mentor", "/mentor-requests", "/mentor-volunteer"]) {
      await bob.slack.command(name, "status", undefined, command);
    }
    await bob.slack.opensHome(event);
    await bob.slack.writes(slack.dmId(bob.id), "Hello?", event);
    expect(seen.length).toBe(15);
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
    const left = payloads.values();
    const deliversTheRest = async () => {
      for (const one of left) {
        const { acked } = await bob.slack.deliver(one.payload, one.kind);
        if (!acked && isRecognisable(one)) unanswered.push(JSON.stringify(one.payload).slice(0, 700));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, deliversTheRest));

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
  { forged: /^views\.open: .*trigger_id/, withinMs: 150_000 },
);
