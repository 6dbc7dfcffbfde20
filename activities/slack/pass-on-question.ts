import type { WebClient } from "@slack/web-api";
import { isMemberId } from "../../domain/ids.ts";
import { question as questionWords } from "../../domain/wording/question.ts";
import type { People, Question } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { postOnce } from "./post-once.ts";
import { markOf } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

/** Brings the coordinator what a member wrote to the bot, once. */
export const passOnQuestion =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  async ({ from, text, actionId, at }: Question & { readonly at: number }): Promise<void> => {
    const { coordinator } = people;
    try {
      const channel = isMemberId(coordinator) ? await directChannel(slack, coordinator) : coordinator;
      const marked = { id: from, key: `question:${actionId}`, step: "question", at, maybeSent: false };
      const mark = markOf(marked, "coordinator");
      await postOnce(slack, { channel, ...blocksOf(questionWords(from, text), from), mark }, false);
    } catch (error) {
      throw slackFailure(error, "a member's question to the coordinator");
    }
  };
