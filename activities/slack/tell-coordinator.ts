import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import { type ChannelId, isMemberId, type MemberId } from "../../domain/ids.ts";
import type { Posted } from "../../domain/request.ts";
import { type StaffMatter, toCeo, toCoordinator } from "../../domain/wording/to-coordinator.ts";
import type { People } from "../../workflows/contract.ts";
import { asOfThisAttempt } from "./as-of-this-attempt.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { linksOf } from "./links.ts";
import { findPosted, type Posting, postOnce } from "./post-once.ts";
import { markOf, type Sending } from "./sending.ts";
import { cannotBeReached, slackFailure } from "./slack-failure.ts";

interface Staff {
  readonly slack: WebClient;
  readonly people: People;
  readonly temporalPages?: string | undefined;
}

type ToStaff = Sending &
  StaffMatter & {
    /** The first message about this request; what follows goes below it. */
    readonly thread?: Posted | undefined;
  };

/** Tells the coordinator, who may be a channel. */
export const tellCoordinator =
  (staff: Staff) =>
  (sending: ToStaff): Promise<Delivery> =>
    tell(staff, sending, "coordinator", staff.people.coordinator);

type ToCeo = ToStaff & {
  /** That it is said to the coordinator as well. */
  readonly coordinatorIsTold: boolean;
};

/** Tells the CEO; unless the coordinator is the same person, and hears it as such. */
export const tellCeo =
  (staff: Staff) =>
  async (sending: ToCeo): Promise<Delivery> => {
    const { ceo, coordinator } = staff.people;
    if (ceo === coordinator && sending.coordinatorIsTold) return { overtaken: true };
    return tell(staff, sending, "ceo", ceo);
  };

async function leftBehind(slack: WebClient, wanted: Pick<Posting, "channel" | "mark">): Promise<Delivery> {
  const found = await findPosted(slack, wanted);
  return found ? { delivered: { channel: found.channel, ts: found.ts } } : { overtaken: true };
}

async function tell(
  { slack, temporalPages }: Staff,
  sending: ToStaff,
  audience: "coordinator" | "ceo",
  to: MemberId | ChannelId,
): Promise<Delivery> {
  const { thread, maybeSent } = sending;
  const briefing = asOfThisAttempt(sending.briefing);
  try {
    const channel = isMemberId(to) ? await directChannel(slack, to) : to;
    if (sending.onlyLook) return await leftBehind(slack, { channel, mark: markOf(sending, audience) });
    const links = await linksOf(slack, briefing, temporalPages);
    const words = audience === "ceo" ? toCeo(sending, briefing, links) : toCoordinator(sending, briefing, links);
    const below = thread?.channel === channel ? { thread: thread.ts } : {};
    const posting = { channel, ...below, ...blocksOf(words, briefing.id), mark: markOf(sending, audience) };
    const { ts } = await postOnce(slack, posting, maybeSent);
    return { delivered: { channel, ts } };
  } catch (error) {
    const because = cannotBeReached(error);
    if (because !== undefined && isMemberId(to)) return { unreachable: to, because };
    throw slackFailure(error, `the message "${sending.step}" to the ${audience}`);
  }
}
