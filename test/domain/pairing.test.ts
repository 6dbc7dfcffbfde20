import { expect, test } from "vitest";
import { decide } from "../../domain/decide.ts";
import { actionId, type MemberId } from "../../domain/ids.ts";
import { pairingRecords } from "../../domain/pairing.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { ADA, aRequest, BOB, KEN, START } from "./a-request.ts";

const CORA = "U0CORA" as MemberId;
let deeds = 0;
const assigned = (request: MentorRequest, mentor: MemberId, now: number) =>
  decide(request, { do: "assign", by: CORA, as: "coordinator", actionId: actionId(`a-${++deeds}`), mentor }, now);
const signed = (by: MemberId, as: "mentor" | "mentee") => ({ by, as, actionId: actionId(`s-${++deeds}`) });

test("each mentor who held a request has a pairing, with from when, until when, how it ended and how it was rated", () => {
  const withAda = assigned(aRequest(), ADA, START + 1);
  const back = decide(withAda, { do: "release", ...signed(ADA, "mentor"), reason: "ill" }, START + 2);
  const withKen = assigned(back, KEN, START + 3);
  const held = decide(withKen, { do: "held", ...signed(KEN, "mentor") }, START + 4);
  const rated = decide(held, { do: "rate", ...signed(BOB, "mentee"), rating: 5, comment: "" }, START + 5);
  const of = { request: rated.id, mentee: BOB };
  expect(pairingRecords(rated)).toEqual([
    { key: `${rated.id} 1`, ...of, mentor: ADA, from: START + 1, until: START + 2, ended: "given back" },
    { key: `${rated.id} 2`, ...of, mentor: KEN, from: START + 3, until: START + 5, ended: "completed", rating: 5 },
  ]);
  expect(pairingRecords(withKen).at(-1)).toEqual({ key: `${rated.id} 2`, ...of, mentor: KEN, from: START + 3 });
});

test("a mentee whom a session did not help reads as such, and the same mentor twice is two pairings", () => {
  const once = assigned(aRequest(), ADA, START + 1);
  const held = decide(once, { do: "met", ...signed(BOB, "mentee") }, START + 2);
  const again = decide(held, { do: "another-mentor", ...signed(BOB, "mentee") }, START + 3);
  expect(pairingRecords(again)).toMatchObject([{ mentor: ADA, ended: "did not help", until: START + 3 }]);
  const released = decide(once, { do: "release", ...signed(ADA, "mentor"), reason: "ill" }, START + 2);
  const twice = assigned(released, ADA, START + 9);
  expect(pairingRecords(twice).map(({ key, ended }) => [key.slice(-1), ended])).toEqual([
    ["1", "given back"],
    ["2", undefined],
  ]);
});
