import type { MemberId } from "./ids.ts";
import type { MenteeAbout, MentorAbout, Message, StaffAbout } from "./outbox.ts";
import { holder, type MentorRequest } from "./request.ts";

/** Whether a message should still go out when its turn comes. A bump of a request that has been claimed should not. */
export function stillTrue(request: MentorRequest, message: Message): boolean {
  const { status } = request.standing;
  switch (message.audience) {
    case "mentors":
      return status === "waiting";
    case "mentee":
      return isTrueForMentee(request, message.about);
    case "mentor":
      return isTrueForMentor(request, message.about, message.to);
    case "claimer":
      return true;
    case "coordinator":
    case "ceo":
      return isTrueForStaff(request, message.about);
  }
}

function isTrueForMentee({ standing: { status }, stay: { table } }: MentorRequest, about: MenteeAbout): boolean {
  switch (about) {
    case "acknowledge":
    case "open-again":
      return status === "waiting";
    case "claimed":
    case "agreed":
      return status === "claimed" || status === "held";
    case "did-you-meet":
      return status === "claimed";
    case "still-wanted":
      return table === "missed" && status === "claimed";
    case "did-it-help":
      return status === "held";
    case "question":
    case "changed":
      return status !== "closed";
    case "receipt":
    case "closed":
    case "closed-unanswered":
      return true;
  }
}

function isTrueForMentor(request: MentorRequest, about: MentorAbout, to: MemberId): boolean {
  const { standing, stay } = request;
  switch (about) {
    case "invited":
      return standing.status === "waiting";
    case "claimed":
    case "assigned":
    case "details-added":
      return holder(request) === to;
    case "how-it-goes":
    case "did-you-meet":
    case "still-wanted":
      return standing.status === "claimed" && holder(request) === to;
    case "have-you-written":
      return stay.table === "silent" && holder(request) === to;
    case "lapsed":
    case "taken-away":
    case "withdrawn":
    case "closed":
      return holder(request) !== to;
  }
}

function isTrueForStaff({ standing: { status } }: MentorRequest, about: StaffAbout): boolean {
  switch (about) {
    case "nobody-matches":
    case "unclaimed":
    case "remind":
    case "open-again":
    case "lapsed":
    case "another-mentor":
      return status === "waiting";
    case "solved":
      return status !== "waiting";
    case "claim-in-doubt":
    case "contradiction":
      return status !== "closed";
    case "unreachable":
    case "low-rating":
    case "closed-unanswered":
      return true;
  }
}
