import { DAY, HOUR } from "../../domain/duration.ts";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import type { MentorRequest } from "../../domain/request.ts";
import type { RunningRequest } from "./running-requests.ts";

/** A way that a request can go, from the form to its end. */
export interface Life {
  readonly name: string;
  readonly policy?: Policy;
  readonly play: (request: RunningRequest) => Promise<void>;
}

const status =
  (wanted: string) =>
  ({ standing }: MentorRequest) =>
    standing.status === wanted;
const walks =
  (table: string) =>
  ({ stay }: MentorRequest) =>
    stay.table === table;

let deeds = 0;
/** Somebody does something, and it is decided before anything else happens. */
async function does(request: RunningRequest, who: string, name: string, said: object = {}): Promise<void> {
  const [as = "", by = ""] = who.split(" ");
  deeds += 1;
  const actionId = `deed-${deeds}`;
  await request.act(name, { by, as, actionId, ...said });
  await request.is(({ heard }) => heard.some((id) => id === actionId));
}

const ADA = "mentor U0ADA";
const KEN = "mentor U0KEN";
const BOB = "mentee U0BOB";
const CORA = "coordinator U0CORA";

const claims = (request: RunningRequest, who: string) => does(request, who, "claim", { pressedAt: 1 });
const allIsSaid = (request: RunningRequest) => request.is(({ outbox }) => outbox.length === 0);

async function isPosted(request: RunningRequest): Promise<void> {
  await request.is(({ posts, outbox }) => posts.length > 0 && outbox.length === 0);
}

async function claimedBy(request: RunningRequest, who: string): Promise<void> {
  await isPosted(request);
  await claims(request, who);
  await allIsSaid(request);
}

const WORKING: Policy = {
  ...DEFAULT_POLICY,
  name: "office hours",
  calendar: { kind: "working", timeZone: "America/New_York", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
};

const FRIDAY_EVENING = Date.parse("2026-01-02T23:00:00Z");

/** The mentor says otherwise than the mentee, and Slack takes nothing for the coordinator any more. */
async function silenceContradictedAndACoordinatorWhoIsGone(request: RunningRequest): Promise<void> {
  await claimedBy(request, ADA);
  Object.assign(request.outside.world, { gone: ["U0CORA"] });
  await does(request, BOB, "mentor-never-wrote");
  await allIsSaid(request);
  await does(request, ADA, "did-not-come");
  await allIsSaid(request);
  await does(request, BOB, "still-wanted");
  await does(request, ADA, "held");
  await allIsSaid(request);
  await does(request, BOB, "rate", { rating: 1, comment: "They came late" });
}

/** A step falls due while a claim is being looked up; given back, it is assigned to somebody who is kept apart. */
async function aClaimInLineAndAnAssignedMentor(request: RunningRequest): Promise<void> {
  await isPosted(request);
  Object.assign(request.outside.world, { check: "unknown" });
  await request.passes(7 * DAY - 3000);
  await claims(request, ADA);
  await request.is(status("claimed"));
  Object.assign(request.outside.world, { check: { enrolled: true, paused: false, full: false, separated: true } });
  await allIsSaid(request);
  await does(request, ADA, "release", { reason: "I am moving house" });
  await isPosted(request);
  await does(request, CORA, "assign", { mentor: "U0KEN" });
  await allIsSaid(request);
  await does(request, BOB, "withdraw");
}

/** The coordinator changes what is asked for; and of the session the two say different things. */
async function askedAnewAndContradicted(request: RunningRequest): Promise<void> {
  await isPosted(request);
  const [service, skills] = [{ id: "recPairing0000000", name: "Pairing" }, [{ id: "recRust0000000000", name: "Rust" }]];
  await does(request, CORA, "change", { service, skills });
  await claimedBy(request, ADA);
  await does(request, BOB, "met");
  await does(request, ADA, "did-not-come");
  await allIsSaid(request);
  await does(request, BOB, "rate", { rating: 4, comment: "" });
}

/** The coordinator tells the CEO twice in one stay. */
async function escalatedTwice(request: RunningRequest): Promise<void> {
  await isPosted(request);
  await does(request, CORA, "escalate", { why: "They start on Monday" });
  await request.is(({ threads }) => threads.ceo !== undefined);
  await allIsSaid(request);
  await does(request, CORA, "escalate", { why: "It is Sunday" });
  await allIsSaid(request);
  await request.passes(12 * DAY);
  await does(request, BOB, "withdraw");
}

/** Slack is down for as long as a claim may be silent, and again while the mentee is asked whether it helped. */
async function questionsHeldUp(request: RunningRequest): Promise<void> {
  const { world } = request.outside;
  await claimedBy(request, ADA);
  Object.assign(world, { slackIsDown: true });
  await request.passes(8 * DAY);
  await request.passes(7 * DAY);
  Object.assign(world, { slackIsDown: false });
  await request.passes(HOUR);
  await allIsSaid(request);
  Object.assign(world, { slackIsDown: true });
  await does(request, ADA, "held");
  await request.passes(8 * DAY);
  Object.assign(world, { slackIsDown: false });
  await request.passes(HOUR);
  await allIsSaid(request);
  await does(request, BOB, "withdraw");
}

/** Only working time counts, and the session is on a Friday evening. */
async function aDateInWorkingTime(request: RunningRequest): Promise<void> {
  await claimedBy(request, ADA);
  const friday = Math.ceil(((await request.now()) - FRIDAY_EVENING) / (7 * DAY)) * 7 * DAY + FRIDAY_EVENING;
  await does(request, ADA, "agreed", { on: friday });
  await request.passes(friday + 2 * DAY - (await request.now()));
  await allIsSaid(request);
  await request.passes(2 * DAY);
  await allIsSaid(request);
  await does(request, BOB, "met");
  await does(request, BOB, "rate", { rating: 4, comment: "" });
}

/** Reminders every week become reminders every other week, while it has been waiting for a month. */
async function remindedAtAnotherPace(request: RunningRequest): Promise<void> {
  await isPosted(request);
  await request.passes(32 * DAY);
  const waiting = DEFAULT_POLICY.waiting.map((row) => (row.id === "remind" ? { ...row, every: "14 days" } : row));
  await does(request, CORA, "apply-policy", { policy: { ...DEFAULT_POLICY, name: "patient", waiting } });
  await request.passes(30 * DAY);
  await does(request, BOB, "withdraw");
}

/** A date lies ahead, the mentee says that the mentor never wrote, and the mentor that they did. */
async function aDateSetAside(request: RunningRequest): Promise<void> {
  await claimedBy(request, ADA);
  await does(request, ADA, "agreed", { on: (await request.now()) + 20 * DAY });
  await does(request, BOB, "mentor-never-wrote");
  await allIsSaid(request);
  await does(request, ADA, "wrote");
  await request.passes(18 * DAY);
  await does(request, BOB, "withdraw");
}

/** Every way that a request can go; the histories that are replayed are of these. */
export const LIVES: readonly Life[] = [
  {
    name: "claimed at once",
    async play(request) {
      await claimedBy(request, ADA);
      await does(request, ADA, "agreed", { on: (await request.now()) + 2 * DAY });
      await request.passes(2 * DAY);
      await does(request, ADA, "held");
      await does(request, BOB, "rate", { rating: 5, comment: "Very much so" });
    },
  },
  {
    name: "ladder to the end",
    async play(request) {
      await isPosted(request);
      await request.passes(32 * DAY);
      await does(request, CORA, "close", { reason: "nobody has time" });
    },
  },
  {
    name: "lapsed",
    async play(request) {
      await claimedBy(request, ADA);
      await request.passes(15 * DAY);
      await request.is(status("waiting"));
      await does(request, BOB, "withdraw");
    },
  },
  {
    name: "another mentor",
    async play(request) {
      await claimedBy(request, ADA);
      await does(request, BOB, "met");
      await does(request, BOB, "another-mentor");
      await claimedBy(request, KEN);
      await does(request, KEN, "held");
      await request.passes(8 * DAY);
    },
  },
  {
    name: "snoozed, given back, taken away",
    async play(request) {
      await isPosted(request);
      await does(request, CORA, "snooze", { until: (await request.now()) + 5 * DAY });
      await request.passes(8 * DAY);
      await claimedBy(request, ADA);
      await does(request, ADA, "release", { reason: "I am moving house" });
      await claimedBy(request, KEN);
      await does(request, CORA, "take-away", { reason: "not heard of" });
      await does(request, BOB, "withdraw");
    },
  },
  {
    name: "policy changed",
    async play(request) {
      await isPosted(request);
      await request.passes(4 * DAY);
      const waiting = DEFAULT_POLICY.waiting.filter(({ id }) => id !== "bump-2");
      await does(request, CORA, "apply-policy", { policy: { ...DEFAULT_POLICY, name: "quiet", waiting } });
      await request.passes(6 * DAY);
      await does(request, CORA, "close", { reason: "solved elsewhere" });
    },
  },
  {
    name: "late, since Slack and Airtable were down",
    async play(request) {
      await isPosted(request);
      Object.assign(request.outside.world, { slackIsDown: true, airtableIsDown: true });
      await request.passes(3 * DAY + HOUR);
      await claims(request, ADA);
      await request.is(status("claimed"));
      await request.passes(2 * HOUR);
      Object.assign(request.outside.world, { slackIsDown: false, airtableIsDown: false });
      await request.passes(2 * HOUR);
      await request.is(({ standing }) => standing.status === "claimed" && standing.verified);
      await does(request, BOB, "withdraw");
    },
  },
  {
    name: "a date that lies ahead",
    async play(request) {
      await claimedBy(request, ADA);
      await does(request, ADA, "agreed", { on: (await request.now()) + 20 * DAY });
      await does(request, BOB, "not-yet");
      await request.passes(19 * DAY);
      await request.is(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
      await does(request, CORA, "close", { reason: "done" });
    },
  },
  {
    name: "asked while Slack was down",
    async play(request) {
      await claimedBy(request, ADA);
      request.outside.world.slackIsDown = true;
      await does(request, BOB, "mentor-never-wrote");
      await request.passes(2 * DAY + HOUR);
      request.outside.world.slackIsDown = false;
      await request.passes(HOUR);
      await allIsSaid(request);
      await request.is(status("claimed"));
      await request.passes(2 * DAY + HOUR);
      await request.is(status("waiting"));
      await does(request, BOB, "withdraw");
    },
  },
  {
    name: "asked anew, and contradicted",
    play: askedAnewAndContradicted,
  },
  {
    name: "asked anew, and contradicted, by an earlier version that told nobody",
    play: askedAnewAndContradicted,
  },
  {
    name: "a claim in line, and an assigned mentor",
    play: aClaimInLineAndAnAssignedMentor,
  },
  {
    name: "a claim in line, and an assigned mentor, in an earlier version that waited for neither",
    play: aClaimInLineAndAnAssignedMentor,
  },
  {
    name: "silence contradicted, and a coordinator who is gone",
    play: silenceContradictedAndACoordinatorWhoIsGone,
  },
  {
    name: "silence contradicted, and a coordinator who is gone, in an earlier version that told nobody",
    play: silenceContradictedAndACoordinatorWhoIsGone,
  },
  { name: "a date in working time", policy: WORKING, play: aDateInWorkingTime },
  {
    name: "a date in working time, in an earlier version that asked on a Saturday",
    policy: WORKING,
    play: aDateInWorkingTime,
  },
  { name: "questions held up", play: questionsHeldUp },
  { name: "questions held up, in an earlier version that did not wait for them", play: questionsHeldUp },
  { name: "reminded at another pace", play: remindedAtAnotherPace },
  {
    name: "reminded at another pace, in an earlier version that counted as if it had always been so",
    play: remindedAtAnotherPace,
  },
  { name: "a date set aside", play: aDateSetAside },
  { name: "a date set aside, in an earlier version that forgot it", play: aDateSetAside },
  { name: "escalated twice", play: escalatedTwice },
  { name: "escalated twice, in an earlier version that told the CEO twice", play: escalatedTwice },
  {
    name: "withdrawn",
    async play(request) {
      await isPosted(request);
      await does(request, BOB, "add-details", { details: "Evenings suit me" });
      await does(request, BOB, "withdraw");
    },
  },
  {
    name: "the mentee did not come",
    async play(request) {
      await claimedBy(request, ADA);
      await does(request, ADA, "did-not-come");
      await request.is(walks("missed"));
      await request.passes(7 * DAY + HOUR);
    },
  },
  {
    name: "the mentor never wrote",
    async play(request) {
      await claimedBy(request, ADA);
      await does(request, BOB, "mentor-never-wrote");
      await request.is(walks("silent"));
      await request.passes(2 * DAY + HOUR);
      await request.is(status("waiting"));
      await does(request, CORA, "assign", { mentor: "U0KEN" });
      await does(request, KEN, "held");
      await does(request, BOB, "rate", { rating: 1, comment: "" });
    },
  },
  {
    name: "working days only",
    policy: WORKING,
    async play(request) {
      await isPosted(request);
      await request.passes(10 * DAY);
      await claimedBy(request, ADA);
      await does(request, CORA, "close", { reason: "done" });
    },
  },
  {
    name: "several press at once, and Temporal's own page",
    async play(request) {
      await isPosted(request);
      request.outside.world.check = { enrolled: false, paused: false, full: false, separated: false };
      await claims(request, KEN);
      request.outside.world.check = { enrolled: true, paused: false, full: false, separated: false };
      await Promise.all([claims(request, ADA), claims(request, KEN)]);
      await request.act("close", { reason: 7 });
      await request.act("shut", {});
      await request.handle.cancel();
    },
  },
];
