import { expect, test } from "vitest";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answering, answeringForm } from "../../slack-gateway/answering.ts";
import { gatewayLog } from "../../slack-gateway/gateway-log.ts";

const ourMistake = async (): Promise<void> => {
  throw new Error("somebody's words");
};

function aClick() {
  const heard: unknown[] = [];
  const log: string[] = [];
  return {
    heard,
    log,
    logger: gatewayLog((line) => log.push(line)),
    ack: async (response?: unknown) => void heard.push(["ack", response]),
    respond: async ({ text }: { readonly text: string }) => heard.push(["respond", text]),
  };
}

test("somebody who presses a button is answered, also when we have a bug", async () => {
  const click = aClick();
  await answering<typeof click>(ourMistake)(click);
  expect(click.heard).toEqual([
    ["ack", undefined],
    ["respond", ANSWERS.somethingWrong],
  ]);
  expect(click.log.join()).not.toContain("somebody's words");
});

test("somebody who sends a form keeps what they typed and is told at its first field, also when we have a bug", async () => {
  const blocks = [{ type: "section" }, { type: "input", block_id: "service" }, { type: "input", block_id: "skills" }];
  const sent = { ...aClick(), view: { blocks } };
  await answeringForm<typeof sent>(ourMistake)(sent);
  expect(sent.heard).toEqual([["ack", { response_action: "errors", errors: { service: ANSWERS.somethingWrong } }]]);
});

test("somebody whose click was carried out is not told otherwise when the socket goes before Slack hears of it", async () => {
  const click = {
    ...aClick(),
    ack: async (): Promise<void> => {
      throw new Error("no active connection");
    },
  };
  await answering<typeof click>(async ({ ack, respond }) => {
    await ack();
    await respond({ text: "Done." });
  })(click);
  expect(click.heard).toEqual([["respond", "Done."]]);
  expect(click.log.join()).toContain("Slack did not hear that a click was taken");
});

test("whatever may have taken place although nobody could say so in time is never said to have come to nothing", () => {
  const unknown = [
    "claimNotConfirmed",
    "notConfirmed",
    "formNotConfirmed",
    "requestNotConfirmed",
    "somethingWrong",
  ] as const;
  for (const name of unknown) {
    expect(ANSWERS[name]).not.toMatch(/nothing was|was not carried out|did not get through/i);
    expect(ANSWERS[name]).toMatch(/again/);
  }
});
