import { expect, test } from "vitest";
import { findMentors, type MentorSources } from "../../activities/find-mentors.ts";
import { briefingOf } from "../../domain/briefing.ts";
import { type MemberId, memberId } from "../../domain/ids.ts";
import type { Mentor, MentorLoad } from "../../domain/match-mentors.ts";
import { ADA, aRequest, BOB, KEN, record, START } from "../domain/a-request.ts";
import { inActivity } from "./in-activity.ts";
import { mentorsOnRecord } from "./mentors-on-record.ts";
import { aSlack } from "./slack/a-slack.ts";

const ZOE = memberId("U0ZOE");

const knowsSql = (id: MemberId, more: Partial<Mentor> = {}): Mentor => ({
  id,
  name: id,
  skills: [record("SQL")],
  services: [],
  active: true,
  ...more,
});

interface Known {
  readonly mentors: readonly Mentor[];
  readonly loads?: ReadonlyMap<MemberId, MentorLoad>;
  readonly separated?: readonly MemberId[];
}

/** Whom Bob's post would mention, by what the records and Temporal know. */
async function mentioned({ mentors, loads = new Map(), separated = [] }: Known): Promise<readonly MemberId[]> {
  const { slack, client } = await aSlack();
  slack.setUser(BOB, { tz: "Asia/Tokyo" });
  const sources: MentorSources = {
    slack: client,
    mentors: mentorsOnRecord(mentors),
    loads: async () => loads,
    separated: { from: async () => separated, copy: () => ({ what: "low ratings", isStale: false }) },
  };
  const briefing = briefingOf(aRequest(), START);
  return inActivity({}, () => findMentors(sources, briefing, { now: START, atMost: 5, enough: 5 }));
}

test("who was mentioned the longest ago comes first", async () => {
  const loads = new Map([
    [ADA, { open: 0, lastMentioned: START - 1 }],
    [KEN, { open: 0, lastMentioned: START - 2 }],
  ]);
  expect(await mentioned({ mentors: [ADA, KEN, ZOE].map((id) => knowsSql(id)), loads })).toEqual([ZOE, KEN, ADA]);
});

test("who lives nearer to where the mentee's profile says comes first", async () => {
  const [ada, ken] = [knowsSql(ADA, { utcOffset: -9 * 60 }), knowsSql(KEN, { utcOffset: 8 * 60 })];
  expect(await mentioned({ mentors: [ada, knowsSql(ZOE), ken] })).toEqual([KEN, ADA, ZOE]);
});

test("whoever was separated from the mentee is not mentioned", async () => {
  expect(await mentioned({ mentors: [knowsSql(ADA), knowsSql(KEN)], separated: [ADA] })).toEqual([KEN]);
});
