import type { WebClient } from "@slack/web-api";
import { isMemberId } from "../../domain/ids.ts";
import { type ReconciliationReport, reconciled } from "../../domain/wording/reconciled.ts";
import type { People } from "../../workflows/contract.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { postOnce } from "./post-once.ts";
import { markOf } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

/** Tells the coordinator what was put right in the records, and what needs a person. */
export const tellReconciled =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  async ({ report, key, at }: { readonly report: ReconciliationReport; readonly key: string; readonly at: number }) => {
    const { coordinator } = people;
    try {
      const channel = isMemberId(coordinator) ? await directChannel(slack, coordinator) : coordinator;
      const mark = markOf({ id: "records", key, step: "reconciled", at, maybeSent: false }, "coordinator");
      await postOnce(slack, { channel, ...blocksOf(reconciled(report), "records"), mark }, false);
    } catch (error) {
      throw slackFailure(error, "the report on the records");
    }
  };
