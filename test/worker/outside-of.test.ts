import { expect, test } from "vitest";
import { readSettings } from "../../config/read-settings.ts";
import { WORKER_SETTINGS } from "../../config/settings.ts";
import { settingsFor } from "../../local/settings-for.ts";
import { outsideOf } from "../../worker/outside-of.ts";

const SETTINGS = settingsFor({
  temporal: "localhost:7233",
  temporalUi: "http://localhost:8233/",
  slackApi: "http://localhost:1/api/",
  airtable: "http://localhost:2",
});

const outside = (more: Readonly<Record<string, string>> = {}) =>
  outsideOf(readSettings(WORKER_SETTINGS, { ...SETTINGS, ...more }));

test.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
  ["somebody, who is one of those who may act", {}, "U0CORA", ["U0CORA"]],
  ["somebody who is listed as well", { SLACK_COORDINATORS: "U0ADA,U0CORA" }, "U0CORA", ["U0CORA", "U0ADA"]],
  [
    "a channel, in which those who are listed may act",
    { SLACK_COORDINATOR: "C0COORDINATORS", SLACK_COORDINATORS: "U0CORA" },
    "C0COORDINATORS",
    ["U0CORA"],
  ],
  ["a channel, and nobody may act", { SLACK_COORDINATOR: "C0COORDINATORS" }, "C0COORDINATORS", []],
])("the coordinator is %s", (_who, more, coordinator, coordinators) => {
  expect(outside(more).people).toMatchObject({ coordinator, coordinators });
});

test("links lead to the workflows of the namespace in Temporal's own pages", () => {
  const { temporalPages } = outside({ TEMPORAL_NAMESPACE: "mentors" });
  expect(temporalPages).toBe("http://localhost:8233/namespaces/mentors/workflows");
});
