import { expect } from "vitest";
import { story } from "./story.ts";

const WRONG: readonly (readonly [string, readonly unknown[]])[] = [
  ["claim", [{}]],
  ["claim", []],
  ["claim", [null]],
  ["claim", ["U0ADA"]],
  ["claim", [{ by: "ada", as: "mentor", actionId: "1", pressedAt: 1 }]],
  ["claim", [{ by: "U0ADA", as: "god", actionId: "1", pressedAt: 1 }]],
  ["close", [{ by: "U0CORA", as: "coordinator", actionId: "1", reason: "" }]],
  ["close", [{ by: "U0ADA", as: "mentor", actionId: "2", reason: "I would like to" }]],
  ["clsoe", [{ reason: "a misspelling" }]],
  ["__proto__", [{}]],
  ["constructor", [7]],
];

story("signals typed by hand that are wrong stand in the timeline as refused, and harm nothing", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  const handle = s.machine.client.workflow.getHandle(s.requestId());
  for (const [name, args] of WRONG) await handle.signal(name, ...args);
  const refusals = await s.requestIs(
    ({ timeline }) => timeline.entries.filter(({ what }) => what === "refused").length === WRONG.length,
  );
  expect(refusals.standing).toEqual({ status: "waiting" });

  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === ada.id);
});
