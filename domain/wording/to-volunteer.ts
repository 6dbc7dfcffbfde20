import type { MentorProfile } from "../enrolment.ts";
import type { MemberId, RequestId } from "../ids.ts";
import { day } from "./day.ts";
import { escaped, list, listInShort, mention, quoted } from "./slack-text.ts";
import type { Words } from "./words.ts";

type VolunteerAbout = "received" | "declined" | "welcome" | "changed" | "paused" | "resumed" | "left";

export interface VolunteerMatter {
  readonly about: VolunteerAbout;
  readonly profile?: MentorProfile | undefined;
  readonly until?: number | undefined;
  /** Slack did not let the bot invite them: the coordinator was asked to. */
  readonly invitedLater?: true | undefined;
}

/** What somebody is told who volunteers as a mentor, or is one. */
export function toVolunteer({ about, profile, until, invitedLater }: VolunteerMatter, mentorsChannel: string): Words {
  switch (about) {
    case "received":
      return {
        text: "Thank you for volunteering! Mentors see what members write about themselves, so a coordinator looks at each new mentor first. You will hear from us here.",
      };
    case "declined":
      return {
        text: "Thank you for volunteering. The coordinator has not accepted you as a mentor this time. Please write to them if you would like to know why.",
      };
    case "welcome":
      return {
        text: [
          `Welcome as a mentor! Requests are posted in <#${mentorsChannel}>.${invitedLater ? " You are not in it yet, since Slack did not let us invite you: the coordinator was asked to." : ""}`,
          "• You are mentioned when a request asks for what you know. Press *I can help* to take it; one mentor takes one request.",
          "• Then write to the member, and agree on 30 minutes: a chat, a call, or pair programming on a shared screen.",
          "• You cannot do it after all? Press *I cannot do it after all*: nobody minds, and somebody else is asked at once.",
          "• `/mentor-volunteer` changes what you offer, pauses, or ends it.",
        ].join("\n"),
      };
    case "changed":
      return { text: `What you offer is changed: ${profile ? offer(profile) : ""}` };
    case "paused":
      return {
        text: `You are on a break until ${until ? day(until) : "further notice"}: from that day on you are mentioned again. Enjoy it! \`/mentor-volunteer\` ends it earlier.`,
      };
    case "resumed":
      return { text: "Welcome back! Your break is over: you are mentioned again from now on." };
    case "left":
      return {
        text: "You are no longer mentioned, and your name is off the list of mentors. Thank you for everything! `/mentor-volunteer` brings you back at any time.",
      };
  }
}

/** What the coordinator is asked about a new mentor. */
export function askForApproval(member: MemberId, profile: MentorProfile): Words {
  return {
    text: [
      `${mention(member)} would like to be a mentor: ${offer(profile)}`,
      ...(profile.bio ? [quoted(profile.bio)] : []),
      "Once you accept, they are invited to the mentors' channel, where they see what members write.",
    ].join("\n"),
    buttons: [
      { act: "approve-mentor", label: "Accept", main: true },
      { act: "decline-mentor", label: "Not this time", sure: "They are told that they are not accepted this time." },
    ],
  };
}

/** What the coordinator has to do once a mentor has ended it, who may still hold requests. */
export function hasLeft(member: MemberId, mentorsChannel: string, held: readonly RequestId[]): Words {
  return {
    text: [
      `${mention(member)} has ended it, and is no mentor any more: they are not mentioned, and cannot take requests. They are still in <#${mentorsChannel}>, where they see what members write. Please remove them there: \`/remove\` with their name.`,
      ...(held.length > 0
        ? [
            `They still have ${listInShort(held)}: ask them whether they see it through. If not, take it away from them with its buttons, in \`/mentor-requests\`, and other mentors are asked.`,
          ]
        : []),
    ].join("\n"),
  };
}

/** What the coordinator has to do for a new mentor whom Slack did not let the bot invite. */
export function notInvited(member: MemberId, mentorsChannel: string, refused: string): Words {
  return {
    text: `${mention(member)} is a mentor now, but could not be invited to <#${mentorsChannel}>: Slack refused it (\`${refused}\`). Until they are there, they see no request. Please invite them there by hand: \`/invite\` with their name. Should Slack refuse that as well, whoever administers the workspace can say what it takes: a guest, for example, may be in few channels.`,
  };
}

export function announcement(member: MemberId, profile: MentorProfile): Words {
  return {
    text: [
      `Please welcome ${mention(member)} as a new mentor: ${offer(profile)}`,
      ...(profile.bio ? [quoted(profile.bio)] : []),
    ].join("\n"),
  };
}

function offer({ skills, services, maxMentees }: MentorProfile): string {
  const what = listInShort(skills.map(({ name }) => escaped(name)));
  const how = services.length > 0 ? ` (${list(services.map(({ name }) => escaped(name)))})` : "";
  return `${what}${how}, ${mentees(maxMentees)} at a time.`;
}

function mentees(atMost: number | undefined): string {
  if (atMost === undefined) return "any number of mentees";
  return atMost === 1 ? "one mentee" : `${atMost} mentees`;
}
