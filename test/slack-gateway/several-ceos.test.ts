import { expect, test } from "vitest";
import { channelId, memberId } from "../../domain/ids.ts";
import { isStaff } from "../../slack-gateway/is-staff.ts";
import { roleFor } from "../../slack-gateway/role-for.ts";
import type { People } from "../../workflows/contract.ts";
import { readPeople } from "../../workflows/read-signal.ts";

const CORA = memberId("U0CORA");
const CEO = memberId("U0CEO");
const DEPUTY = memberId("U0DEPUTY");
const NIA = memberId("U0NIA");
const PEOPLE: People = {
  coordinator: CORA,
  coordinators: [CORA],
  ceo: CEO,
  ceos: [CEO, DEPUTY],
  mentorsChannel: channelId("C0MENTORS"),
};

test("all who are named may act as the CEO, and nobody else", () => {
  for (const member of [CEO, DEPUTY]) {
    expect(isStaff({ member }, PEOPLE)).toBe(true);
    expect(roleFor("assign", { member }, PEOPLE)).toBe("ceo");
    expect(roleFor("snooze", { member }, PEOPLE)).toBeUndefined();
  }
  expect(isStaff({ member: NIA }, PEOPLE)).toBe(false);
  expect(roleFor("assign", { member: NIA }, PEOPLE)).toBeUndefined();
});

test("what an earlier version wrote names one, who stays the CEO", () => {
  const { ceos: _, ...earlier } = PEOPLE;
  expect(readPeople(earlier)).toEqual(earlier);
  expect(isStaff({ member: CEO }, earlier)).toBe(true);
  expect(isStaff({ member: DEPUTY }, earlier)).toBe(false);
  expect(readPeople(PEOPLE)).toEqual(PEOPLE);
});
