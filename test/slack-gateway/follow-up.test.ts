import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import type { NewRequest } from "../../domain/request.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { followUp } from "../../slack-gateway/listeners/press-act.ts";
import type { Requests } from "../../slack-gateway/requests.ts";
import { ADA, BOB, KEN } from "../domain/a-request.ts";
import { standingIn } from "../domain/acts/places.ts";
import { COORDINATOR } from "../domain/life/cast.ts";

const CLOSED = standingIn("closed");

type Read = Awaited<ReturnType<Requests["read"]>>;

/** Requests of which one can be read, and what followed it up before; those that are opened are kept. */
function requestsWith(found: Read, followedUpBy: Read | "unseen" = "gone") {
  const opened: NewRequest[] = [];
  const requests: Requests = {
    open: async (request) => {
      opened.push(request);
      return "taken";
    },
    act: async () => "over",
    read: async (id) => (id === CLOSED.id ? found : followedUpBy === "unseen" ? undefined : followedUpBy),
    list: async () => [],
  };
  return { requests, opened };
}

test("a closed request goes on for its mentee, and for whoever files it for them", async () => {
  const { requests, opened } = requestsWith(CLOSED);
  expect(await followUp(requests, CLOSED.id, { mentee: BOB })).toBe(ANSWERS.followedUp);
  const filing = { filedBy: COORDINATOR, why: "They wrote to me" };
  expect(await followUp(requests, CLOSED.id, filing)).toBe(ANSWERS.followedUp);
  expect(opened).toMatchObject([
    { mentee: BOB, followUpOf: CLOSED.id },
    { mentee: BOB, followUpOf: CLOSED.id, ...filing },
  ]);
});

test("a follow-up goes by the policy that is in force now, and leaves out whoever had the request before", async () => {
  const pairing = { nth: 1, mentor: KEN, from: 0 };
  const { requests, opened } = requestsWith({ ...CLOSED, excluded: [ADA], pairings: [pairing] });
  const policy = { ...DEFAULT_POLICY, name: "of this year" };
  await followUp(requests, CLOSED.id, { mentee: BOB, policy });
  expect(opened[0]?.policy.name).toBe("of this year");
  expect(opened[0]?.excluded).toEqual(expect.arrayContaining([ADA, KEN]));
});

test("nobody makes a follow-up of somebody else's request, or of one that is open, or is not known any more", async () => {
  const closed = requestsWith(CLOSED);
  expect(await followUp(closed.requests, CLOSED.id, { mentee: KEN })).toContain("you are not, or no longer");
  const open = requestsWith(standingIn("held"));
  expect(await followUp(open.requests, CLOSED.id, { filedBy: COORDINATOR })).toContain("That was not carried out");
  const gone = requestsWith("gone");
  expect(await followUp(gone.requests, CLOSED.id, { mentee: BOB })).toBe(ANSWERS.over);
  const unseen = requestsWith(undefined);
  expect(await followUp(unseen.requests, CLOSED.id, { mentee: BOB })).toBe(ANSWERS.notConfirmed);
  expect([closed, open, gone, unseen].flatMap(({ opened }) => opened)).toEqual([]);
});

test("whoever asks a second time, when what followed it up is over as well, hears so, and what to do", async () => {
  const { requests, opened } = requestsWith(CLOSED, CLOSED);
  expect(await followUp(requests, CLOSED.id, { mentee: BOB })).toContain("You can ask anew at any time with `/mentor`");
  expect(await followUp(requests, CLOSED.id, { filedBy: COORDINATOR })).toContain("open that later one again");
  const unseen = requestsWith(CLOSED, "unseen");
  expect(await followUp(unseen.requests, CLOSED.id, { mentee: BOB })).toBe(ANSWERS.notConfirmed);
  expect([opened, unseen.opened]).toEqual([[], []]);
  const open = requestsWith(CLOSED, standingIn("waiting"));
  expect(await followUp(open.requests, CLOSED.id, { mentee: BOB })).toBe(ANSWERS.followedUp);
});
