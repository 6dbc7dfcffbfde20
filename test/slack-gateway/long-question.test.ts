import { expect, test } from "vitest";
import { BOT } from "../../domain/wording/question.ts";
import { onDirectMessage } from "../../slack-gateway/listeners/direct-message.ts";

/** Slack refuses a button with more. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const VALUE_AT_MOST = 2_000;

/** What the bot answers to this, and what its button passes on. */
async function answerTo(text: string) {
  const said: { text: string; blocks: [unknown, { elements: [{ value: string }] }] }[] = [];
  const event = { channel_type: "im", channel: "D0BOB", ts: "1.1", text };
  await onDirectMessage()({ event, say: async (given: never) => void said.push(given) } as never);
  const [first] = said;
  return { answer: first?.text, passedOn: first?.blocks[1].elements[0].value ?? "" };
}

test("a question that is too long for a button is marked as cut, for who asked it and for who reads it", async () => {
  const { answer, passedOn } = await answerTo("w".repeat(1_901));
  expect(answer).toBe(`${BOT.answer}\n${BOT.onlyBeginning(1_900)}`);
  expect(passedOn).toBe(`${"w".repeat(1_900)}${BOT.goesOn}`);
  expect(passedOn.length).toBeLessThanOrEqual(VALUE_AT_MOST);
});

test("one that fits is passed on as it is", async () => {
  expect(await answerTo("w".repeat(1_900))).toEqual({ answer: BOT.answer, passedOn: "w".repeat(1_900) });
  expect(await answerTo("")).toEqual({ answer: BOT.answer, passedOn: BOT.noText });
});
