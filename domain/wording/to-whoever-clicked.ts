import { minuteInUtc } from "./day.ts";

/** What stands on the windows themselves. A title has 24 characters at most. */
export const WINDOW = {
  title: "Mentorship",
  notCarriedOut: "Not carried out",
  cancel: "Cancel",
  close: "Close",
} as const;

/** What is answered at once to the person who typed a command, sent a form or pressed a button. */
export const ANSWERS = {
  help: [
    "*`/mentor`* opens the form with which you ask for a mentor: one conversation of 30 minutes about what you are working on.",
    "*`/mentor status`* shows your requests, where each stands, and what happens next.",
    "*`/mentor withdraw`* takes a request back that you no longer need.",
    "*`/mentor help`* shows this.",
  ].join("\n"),
  tooManyRequests: (nextAt: number): string =>
    `You have asked as often as is possible within 31 days; you can ask again on ${minuteInUtc(nextAt)}. Nothing was sent.`,
  alreadyOpen:
    "You have an open request for this already; `/mentor status` shows it. Press Send again if you would like a second one.",
  /** To one of the staff, who files it for them. */
  alreadyOpenForThem:
    "This person has an open request for this already; `/mentor-requests` shows it. Press Send again if you would like to file a second one.",
  noFormYet:
    "The form cannot be shown yet: the list of services and skills has not been loaded. Nothing was lost. Please try `/mentor` again in a few minutes.",
  nothingToChoose:
    "The form cannot be shown yet: the programme's records name no services, or no skills. Nothing was lost. Ten minutes after somebody has added them, please try again, and once more a minute later if need be.",
  formDidNotOpen: "Slack did not open the form. Nothing was sent. Please type `/mentor` again.",
  onlyStaffFile:
    "Nothing was sent: only coordinators file a request for somebody else, and you are not known as one just now. What you typed is still here: if you are one, please press Send again in a minute.",
  cannotTakeForms:
    "We cannot take this just now, and nothing was sent. What you typed is still here: please press Send again in a minute.",
  requestNotConfirmed:
    "It could not be confirmed in time that your request got through. What you typed is still here: please press Send again in a minute. It stays one request.",
  chooseService: "Please choose what you would like help with.",
  chooseSkills: "Please choose at least one skill.",
  writeDetails: "Please write a few sentences, so that mentors can judge whether they can help.",
  noLongerOffered: "This is no longer offered. Please close the form, and open it again with `/mentor`.",
  claimNotConfirmed:
    "It could not be confirmed in time that your press got through. If you hear nothing more within a minute, please press the button again: pressing twice does no harm.",
  requestOver: "This request is over, and nobody is needed for it any more. Thank you for offering!",
  notAButton: "This button does not belong to a request of ours, so nothing was done.",
  notForYou: "This button is for somebody else: it is the coordinator's to press. Nothing was done.",
  notKnownWhose:
    "It cannot be known just now whether this is yours to press, so nothing was done. Nothing is lost. Please press it again in a minute.",
  forMentors:
    "Nothing was done: this button is for mentors, and by the records you are no active one. `/mentor-volunteer` enrols you.",
  ownRequest:
    "Nothing was done: this is your own request, and the button is for mentors. `/mentor status` shows what you can do.",
  actFormDidNotOpen: "Slack did not open the form. Nothing was done. Please press the button again.",
  fillIn: "Please fill this in.",
  momentIsPast: "Please choose a moment that is still to come.",
  oneMoment: "One moment, please: this is being looked up.",
  formNotConfirmed:
    "It could not be confirmed in time that this got through. What you typed is still here: please send it again in a minute. Sent twice, it counts once.",
  volunteerFormDidNotOpen: "Slack did not open the form. Nothing was sent. Please type `/mentor-volunteer` again.",
  followedUp:
    "Your request goes to other mentors now, as a new one; your former mentors are left out. You will hear from us in a direct message.",
  followedUpBefore:
    "Your request went to other mentors before, as a new one, and that one is over by now, so nothing was done. You can ask anew at any time with `/mentor`.",
  reopenedBefore:
    "It was opened again before, as a new request that is over by now, so nothing was done. Please open that later one again.",
  reopened: "It is open again, as a new request that follows up this one. Its former mentors are left out.",
  passedOn: "Thank you, that is passed on.",
  over: "This request is over, so nothing was done. You can ask again at any time with `/mentor`.",
  notConfirmed:
    "It could not be confirmed in time that your press got through. Please press the button again in a minute: pressing twice does no harm.",
  somethingWrong:
    "Something went wrong on our side, and what you did may not have been carried out. Please try again in a minute.",
} as const;
