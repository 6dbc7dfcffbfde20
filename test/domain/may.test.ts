import { expect, test } from "vitest";
import { ACTS, type ActName, type Role } from "../../domain/act.ts";
import { mayNot } from "../../domain/may.ts";
import type { Place } from "../../domain/request.ts";
import { ADA, BOB, KEN } from "./a-request.ts";
import { anAct, PLACES, standingIn } from "./acts/places.ts";
import { CEO, COORDINATOR } from "./life/cast.ts";

/** Where each may do it: w(aiting), c(laimed), h(eld), x (closed). What does not stand here, nobody may. */
const WHO: { readonly [act in ActName]: string } = {
  claim: "mentee wchx, mentor wchx, coordinator wchx, ceo wchx",
  pass: "mentor w",
  "ask-details": "mentor wc",
  agreed: "mentor c",
  held: "mentor c",
  "did-not-come": "mentor ch",
  wrote: "mentor c",
  release: "mentor c",
  met: "mentee ch",
  "not-yet": "mentee ch",
  "mentor-never-wrote": "mentee ch",
  "still-wanted": "mentee c",
  rate: "mentee h",
  "another-mentor": "mentee h",
  "add-details": "mentee wc",
  withdraw: "mentee wch",
  assign: "coordinator w, ceo w",
  "take-away": "coordinator ch",
  bump: "coordinator w",
  "ask-mentee": "coordinator wch",
  change: "coordinator w",
  snooze: "coordinator w",
  escalate: "coordinator w",
  "write-to-mentors": "coordinator w, ceo w",
  close: "coordinator wch, ceo wch",
  "apply-policy": "coordinator wch",
};

const ROLES: { readonly [role in Role]: typeof ADA } = { mentee: BOB, mentor: ADA, coordinator: COORDINATOR, ceo: CEO };
const LETTERS: { readonly [place in Place]: string } = { waiting: "w", claimed: "c", held: "h", closed: "x" };

function allowed(act: ActName, role: string, place: Place): boolean {
  const row = WHO[act].split(", ").map((part) => part.split(" "));
  return row.some(([who, where = ""]) => who === role && where.includes(LETTERS[place]));
}

test.each(ACTS)("%s may be done by whom it is for, where it makes sense, and by nobody else anywhere", (name) => {
  for (const place of PLACES) {
    for (const [role, by] of Object.entries(ROLES)) {
      const refusal = mayNot(standingIn(place), anAct(name, { by, as: role as Role }));
      expect(refusal === undefined, `${role} in ${place}: ${refusal}`).toBe(allowed(name, role, place));
    }
  }
});

test("what a mentee may do, only the mentee of this request may", () => {
  for (const name of ACTS.filter((act) => act !== "claim" && WHO[act].includes("mentee"))) {
    for (const place of PLACES)
      expect(mayNot(standingIn(place), anAct(name, { by: KEN, as: "mentee" }))).toBe("not-yours");
  }
});

test("what the mentor of a request may do, no other mentor may; once it is closed, everybody is told that", () => {
  for (const name of ["agreed", "held", "did-not-come", "wrote", "release"] as const) {
    expect(mayNot(standingIn("claimed"), anAct(name, { by: KEN, as: "mentor" }))).toBe("not-yours");
    expect(mayNot(standingIn("closed"), anAct(name, { by: KEN, as: "mentor" }))).toBe("already-closed");
  }
});
