import { condition, defineQuery, defineSignal, log, patched, proxyActivities, setHandler } from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import type { Approval, Enrolment, Wish } from "../domain/enrolment.ts";
import { APPROVAL_SIGNAL, ENROLMENT_QUERY, type EnrolmentInput, WISH_SIGNAL } from "./enrolment-contract.ts";
import { readApproval, readWish } from "./read-signal.ts";

const activities = proxyActivities<Activities>({
  startToCloseTimeout: "10 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "1 hour" },
});

/** Slack may deliver the same submission again within minutes; for so long it is recognised. */
const REDELIVERIES = "10 minutes";

/**
 * One person as a mentor: the record, the coordinator's approval, the invitation to the channel, the welcome, the
 * announcement; each once, over failures as well. Later wishes (another profile, a pause, leaving) come here too. It
 * ends when nothing is left to do.
 */
export async function mentorEnrolment({ member, approval, before }: EnrolmentInput): Promise<Enrolment> {
  let enrolment: Enrolment = before ?? { member, standing: "new" };
  let answer: Approval | undefined;
  const wishes: Wish[] = [];
  const heard = new Set<string>();
  setHandler(defineQuery<Enrolment>(ENROLMENT_QUERY), () => {
    const decided = enrolment.decided ?? answer;
    return decided ? { ...enrolment, decided } : enrolment;
  });
  setHandler(defineSignal<[unknown]>(WISH_SIGNAL), (payload) => {
    const signed = readWish(payload);
    if (!signed) return log.warn("a wish was sent that is none; nothing was done");
    if (!heard.has(signed.actionId)) wishes.push(signed.wish);
    heard.add(signed.actionId);
  });
  setHandler(defineSignal<[unknown]>(APPROVAL_SIGNAL), (payload) => {
    const given = readApproval(payload);
    if (!given) return log.warn("a word on a volunteer was sent that is none; nothing was done");
    // The coordinator may be faster than the news that they were asked.
    if (enrolment.standing === "new" || enrolment.standing === "waiting-for-approval") answer ??= given;
  });

  for (;;) {
    const waitsForWord = enrolment.standing === "waiting-for-approval";
    const somethingToDo = () => wishes.length > 0 || (waitsForWord && answer !== undefined);
    if (waitsForWord) await condition(somethingToDo);
    else if (!(await condition(somethingToDo, REDELIVERIES, { summary: "in case Slack sends it again" })))
      return enrolment;

    const wish = wishes.shift();
    if (wish) {
      if (!waitsForWord) answer = undefined;
      if (wish.kind === "profile" && isOver(enrolment)) enrolment = { ...undecided(enrolment), standing: "new" };
      enrolment = await fulfil(enrolment, wish, approval);
      if (enrolment.standing === "left") answer = undefined;
    } else if (answer) enrolment = await settle(enrolment, answer);
  }
}

/** Whoever offers themselves again after that begins anew. */
const isOver = ({ standing }: Enrolment): boolean => standing === "declined" || standing === "left";

const undecided = ({ decided: _, ...enrolment }: Enrolment): Enrolment => enrolment;

async function fulfil(enrolment: Enrolment, wish: Wish, approval: boolean): Promise<Enrolment> {
  const { member } = enrolment;
  switch (wish.kind) {
    case "profile": {
      // Written twice over a failure, a record that is made active would read as that of a mentor who is there already.
      const activatedApart = approval || patched("a new mentor is made active in a step of its own");
      const { wasActive } = await activities.recordMentor({ member, profile: wish.profile, activate: !activatedApart });
      const known: Enrolment = { ...enrolment, profile: wish.profile };
      if (wasActive) {
        await activities.tellVolunteer({ member, about: "changed", profile: wish.profile, at: Date.now() });
        return { ...known, standing: "enrolled" };
      }
      if (approval) return askForApproval(known);
      if (activatedApart) await activities.recordMentor({ member, profile: wish.profile, activate: true });
      return welcome(known);
    }
    case "pause":
      await activities.pauseMentor({ member, until: wish.until });
      await activities.tellVolunteer({ member, about: "paused", until: wish.until, at: Date.now() });
      return { ...enrolment, pausedUntil: wish.until };
    case "resume":
      await activities.pauseMentor({ member });
      await activities.tellVolunteer({ member, about: "resumed", at: Date.now() });
      return onNoBreak(enrolment);
    case "leave":
      return leave(enrolment);
  }
}

const onNoBreak = ({ pausedUntil: _, ...enrolment }: Enrolment): Enrolment => enrolment;

/** The coordinator hears of it unless there was nothing left to end. */
async function leave(enrolment: Enrolment): Promise<Enrolment> {
  const { member, standing } = enrolment;
  const coordinatorHears = patched("the coordinator hears who has left");
  const before = await activities.deactivateMentor({ member });
  await activities.tellVolunteer({ member, about: "left", at: Date.now() });
  if (coordinatorHears && (before.wasActive || standing === "enrolled" || standing === "new"))
    await activities.tellOfLeaving({ member, at: Date.now() });
  return { ...onNoBreak(undecided(enrolment)), standing: "left" };
}

/** A changed profile of somebody who waits already is written down, and nobody is asked twice. */
async function askForApproval(enrolment: Enrolment): Promise<Enrolment> {
  const { member, profile, standing } = enrolment;
  if (standing === "waiting-for-approval") return enrolment;
  await activities.tellVolunteer({ member, about: "received", at: Date.now() });
  if (profile) await activities.askForApproval({ member, profile, at: Date.now() });
  return { ...undecided(enrolment), standing: "waiting-for-approval" };
}

async function settle(asked: Enrolment, answer: Approval): Promise<Enrolment> {
  const enrolment = { ...asked, decided: answer };
  const { member, profile } = enrolment;
  const { approved, by } = answer;
  if (!approved || !profile) {
    await activities.tellVolunteer({ member, about: "declined", at: Date.now() });
    return { ...enrolment, standing: "declined" };
  }
  await activities.recordMentor({ member, profile, activate: true });
  return welcome(enrolment, by);
}

async function welcome(enrolment: Enrolment, approvedBy?: string): Promise<Enrolment> {
  const { member, profile } = enrolment;
  const refused = await activities.inviteMentor({ member });
  const invitedLater = refused !== undefined && patched("the coordinator hears who could not be invited");
  if (invitedLater) await activities.tellOfRefusedInvitation({ member, refused, at: Date.now() });
  await activities.tellVolunteer({ member, about: "welcome", at: Date.now(), ...(invitedLater && { invitedLater }) });
  if (profile) await activities.announceMentor({ member, profile, at: Date.now(), ...(approvedBy && { approvedBy }) });
  return { ...enrolment, standing: "enrolled" };
}
