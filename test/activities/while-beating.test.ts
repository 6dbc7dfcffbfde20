import { expect, test } from "vitest";
import { whileBeating } from "../../activities/while-beating.ts";
import { inActivity } from "./in-activity.ts";

test("whatever it waits for, an activity says that it lives, and how far it has come", async () => {
  let hear: (details: unknown) => void = () => undefined;
  const heard = new Promise((resolve) => {
    hear = resolve;
  });
  const asked = ["one"];
  const run = async () => {
    asked.push("two");
    return heard;
  };
  expect(await inActivity({ onHeartbeat: hear }, () => whileBeating(run, () => asked))).toEqual(["one", "two"]);
});
