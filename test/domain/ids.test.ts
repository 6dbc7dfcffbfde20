import fc from "fast-check";
import { expect, test } from "vitest";
import * as ids from "../../domain/ids.ts";

test.each([
  [
    "a member",
    ids.isMemberId,
    ["U024BE7LH", "W012A3CDE"],
    ["", "U", "u024be7lh", "C024BE7LH", "<@U024BE7LH>", "U024 BE7"],
  ],
  ["a channel", ids.isChannelId, ["C024BE91L", "G1234", "D0XYZ"], ["", "C", "U024BE7LH", "#general", "C0\n"]],
  [
    "a request",
    ids.isRequestId,
    ["request-sql-0k3x9q2abc"],
    ["", "request-", "programme", "request-SQL-1", "request-a/b"],
  ],
  [
    "a record",
    ids.isRecordId,
    ["rec0123456789abcd"],
    ["", "rec", "rec0123456789abc", "rec0123456789abcde", "tbl0123456789abcd"],
  ],
  ["a deed", ids.isActionId, ["1712345678.123456-U0ADA"], ["", "a b", "x".repeat(121), "ä"]],
] as const)("the id of %s is told from everything else", (_what, is, good, bad) => {
  expect(good.filter((text) => !is(text))).toEqual([]);
  expect(bad.filter((text) => is(text))).toEqual([]);
  expect([undefined, null, 7, {}, ["U024BE7LH"]].filter((value) => is(value))).toEqual([]);
});

test("an id that is none is refused with what was expected, and no more of what came than forty characters", () => {
  expect(() => ids.memberId("bob")).toThrow('Expected a Slack member id such as U024BE7LH, got "bob".');
  expect(() => ids.requestId("x".repeat(500))).toThrow(`got "${"x".repeat(40)}".`);
});

test("an id never holds what Slack, an address or a list of Temporal would read as something else", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const accepted = [ids.isMemberId, ids.isChannelId, ids.isRequestId, ids.isRecordId, ids.isActionId].some((is) =>
        is(text),
      );
      expect(accepted && /[\s<>&"'/\\?#%]/.test(text)).toBe(false);
    }),
  );
});
