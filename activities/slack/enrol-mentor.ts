import type { WebClient } from "@slack/web-api";
import type { MentorProfile } from "../../domain/enrolment.ts";
import { isMemberId, type MemberId } from "../../domain/ids.ts";
import {
  announcement,
  askForApproval as askWords,
  hasLeft,
  notInvited,
  toVolunteer,
  type VolunteerMatter,
} from "../../domain/wording/to-volunteer.ts";
import type { Words } from "../../domain/wording/words.ts";
import type { People } from "../../workflows/contract.ts";
import { heldBy } from "../temporal/held-by.ts";
import { blocksOf } from "./blocks-of.ts";
import { directChannel } from "./direct-channel.ts";
import { postOnce } from "./post-once.ts";
import { sendDirect } from "./send-direct.ts";
import { markOf } from "./sending.ts";
import { cannotBeReached, slackError, slackFailure } from "./slack-failure.ts";

interface Place {
  readonly slack: WebClient;
  readonly people: People;
}

interface About {
  readonly member: MemberId;
  readonly profile: MentorProfile;
  readonly at: number;
}

/** Tells a volunteer how it stands. That they cannot be reached is no error: the record counts. */
export const tellVolunteer =
  ({ slack, people }: Place) =>
  async ({
    member,
    at,
    ...matter
  }: VolunteerMatter & { readonly member: MemberId; readonly at: number }): Promise<void> => {
    const words = toVolunteer(matter, people.mentorsChannel);
    const sending = { ...marking(member, matter.about, at), maybeSent: false };
    await sendDirect(slack, sending, { to: member, audience: "volunteer", words });
  };

/** Asks the coordinator about a new mentor. */
export const askForApproval =
  ({ slack, people }: Place) =>
  ({ member, profile, at }: About): Promise<void> =>
    postToCoordinator({ slack, people }, { member, at, step: "approval", words: askWords(member, profile) });

/** Tells the coordinator who has left, and what only a person can do: remove them from the channel, and see to their requests. */
export const tellOfLeaving =
  ({ slack, people }: Place) =>
  async ({ member, at }: Pick<About, "member" | "at">): Promise<void> => {
    const words = hasLeft(member, people.mentorsChannel, await heldBy(member));
    await postToCoordinator({ slack, people }, { member, at, step: "leaving", words });
  };

/** Tells the coordinator whom Slack does not let the bot invite: a person may be able to. */
export const tellOfRefusedInvitation =
  ({ slack, people }: Place) =>
  ({ member, refused, at }: Pick<About, "member" | "at"> & { readonly refused: string }): Promise<void> =>
    postToCoordinator(
      { slack, people },
      { member, at, step: "refused-invitation", words: notInvited(member, people.mentorsChannel, refused) },
    );

async function postToCoordinator(
  { slack, people: { coordinator } }: Place,
  { member, at, step, words }: Pick<About, "member" | "at"> & { readonly step: string; readonly words: Words },
): Promise<void> {
  try {
    const channel = isMemberId(coordinator) ? await directChannel(slack, coordinator) : coordinator;
    const mark = markOf({ ...marking(member, step, at), maybeSent: false }, "coordinator");
    await postOnce(slack, { channel, ...blocksOf(words, member), mark }, false);
  } catch (error) {
    throw slackFailure(error, `the message "${step}" about a mentor`);
  }
}

/** What Slack refuses for this person, however often it is asked. https://docs.slack.dev/reference/methods/conversations.invite#errors */
const CANNOT_BE_INVITED = new Set([
  "cant_invite",
  "cant_invite_self",
  "ura_max_channels",
  "user_is_ultra_restricted",
  "org_user_not_in_team",
  "user_team_not_in_channel",
]);

/** Brings a mentor into the mentors' channel. Whoever is there already stays. Says why when they cannot be invited. */
export const inviteMentor =
  ({ slack, people }: Place) =>
  async ({ member }: { readonly member: MemberId }): Promise<string | undefined> => {
    try {
      await slack.conversations.invite({ channel: people.mentorsChannel, users: member });
      return undefined;
    } catch (error) {
      const reason = slackError(error);
      if (reason === "already_in_channel") return undefined;
      if (reason !== undefined && (CANNOT_BE_INVITED.has(reason) || cannotBeReached(error))) return reason;
      throw slackFailure(error, "the invitation to the mentors' channel");
    }
  };

/** Announces a new mentor in the mentors' channel. */
export const announceMentor =
  ({ slack, people }: Place) =>
  async ({ member, profile, at }: About & { readonly approvedBy?: string }): Promise<void> => {
    try {
      const mark = markOf({ ...marking(member, "announcement", at), maybeSent: false }, "mentors");
      const posting = { channel: people.mentorsChannel, ...blocksOf(announcement(member, profile), member), mark };
      await postOnce(slack, posting, false);
    } catch (error) {
      throw slackFailure(error, "the announcement of a new mentor");
    }
  };

const marking = (id: MemberId, step: string, at: number) => ({ id, key: `enrolment:${step}:${at}`, step, at });
