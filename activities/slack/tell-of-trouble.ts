import type { WebClient } from "@slack/web-api";
import { isMemberId } from "../../domain/ids.ts";
import type { Trouble } from "../../domain/trouble.ts";
import { trouble as troubleWords } from "../../domain/wording/trouble.ts";
import type { People } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { postOnce } from "./post-once.ts";
import { markOf } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

interface Staff {
  readonly slack: WebClient;
  readonly people: People;
  readonly temporalPages?: string | undefined;
}

/** Tells the coordinator of an outage, or that it is over. */
export const tellOfTrouble =
  ({ slack, people, temporalPages }: Staff) =>
  async ({ trouble, at }: { readonly trouble: Trouble; readonly at: number }): Promise<void> => {
    const { coordinator } = people;
    const link = temporalPages && `${temporalPages}?query=${encodeURIComponent("Trouble IS NOT NULL")}`;
    try {
      const channel = isMemberId(coordinator) ? await directChannel(slack, coordinator) : coordinator;
      const id = people.ceo;
      const mark = markOf({ id, key: `trouble:${at}`, step: "trouble", at, maybeSent: false }, "coordinator");
      await postOnce(slack, { channel, ...blocksOf(troubleWords(trouble, link), id), mark }, false);
    } catch (error) {
      throw slackFailure(error, "the message about an outage");
    }
  };
