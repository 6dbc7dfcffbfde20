import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf } from "../../../activities/slack/blocks-of.ts";
import { briefingOf } from "../../../domain/briefing.ts";
import { cardOf } from "../../../domain/card.ts";
import { inFull } from "../../../domain/wording/for-staff.ts";
import { inPieces } from "../../../domain/wording/in-pieces.ts";
import { escaped, quoted } from "../../../domain/wording/slack-text.ts";
import { toCoordinator } from "../../../domain/wording/to-coordinator.ts";
import { toMentee } from "../../../domain/wording/to-mentee.ts";
import { toMentor } from "../../../domain/wording/to-mentor.ts";
import { card } from "../../../domain/wording/to-mentors.ts";
import { askForApproval } from "../../../domain/wording/to-volunteer.ts";
import { checkMessageBlocks } from "../../../local/slack-simulator/block-kit/check-blocks.ts";
import { LIMITS } from "../../../local/slack-simulator/block-kit/limits.ts";
import { aRequest, BOB } from "../../domain/a-request.ts";

const ID = aRequest().id;

/** A part that Slack reads as one: cut in two, it would show as rubbish. */
const BROKEN_END = /&[a-z]*$|<[^>]*$|[\uD800-\uDBFF]$/;

function expectWhole(pieces: readonly string[], atMost: number): void {
  expect(pieces.filter((piece) => piece.length > atMost)).toEqual([]);
  expect(pieces.filter((piece) => BROKEN_END.test(piece))).toEqual([]);
  expect(pieces.filter((piece) => piece.trim() === "")).toEqual([]);
}

/** What is left when only what the cutting may touch is taken away. */
const ink = (text: string): string => text.replace(/[\s]|^> /gm, "").replaceAll(">", "");

test("a member who types three thousand times & fills fifteen thousand characters, and none is cut in two", () => {
  const text = quoted("&".repeat(3000));
  expect(text.length).toBe(15_002);
  const pieces = inPieces(text, 3000);
  expectWhole(pieces, 3000);
  expect(pieces.join("").replaceAll("> ", "")).toBe("&amp;".repeat(3000));
});

test.each([
  ["lines", `${"a line of some words\n".repeat(400)}end`],
  ["one long word", "x".repeat(10_000)],
  ["mentions", "<@U024BE7LH>".repeat(900)],
  ["mentions with spaces", "<@U024BE7LH> ".repeat(900)],
  [
    "moments, which have spaces inside",
    "<!date^1772442030^{date_short_pretty} at {time}|2026-03-02 09:00 UTC>".repeat(99),
  ],
  ["links, whose words have spaces inside", "<https://example.com/x|See the request and take it>".repeat(99)],
  ["faces", "😀".repeat(4000)],
  ["what looks like a mention and is none", escaped("<@U024BE7LH".repeat(900))],
])("a message full of %s is cut where nothing breaks", (_what, text) => {
  const pieces = inPieces(text, 3000);
  expectWhole(pieces, 3000);
  expect(ink(pieces.join(""))).toBe(ink(text));
});

test("whatever is written, pieces are short, whole and complete", () => {
  const words = fc.constantFrom(
    "&amp;",
    "&lt;",
    "&gt;",
    "<@U024BE7LH>",
    "<https://e.org/a|See it now>",
    "\n",
    "\n> ",
    " ",
    "word",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 120 }), fc.integer({ min: 60, max: 200 }), (parts, atMost) => {
      const text = `.${parts.join("")}.`;
      const pieces = inPieces(text, atMost);
      expect(pieces.filter((piece) => piece.length > atMost)).toEqual([]);
      expect(pieces.filter((piece) => BROKEN_END.test(piece))).toEqual([]);
      expect(ink(pieces.join(""))).toBe(ink(text));
    }),
  );
});

test("what a member wrote stays set off from our own words in every piece", () => {
  const pieces = inPieces(quoted("word ".repeat(2000)), 3000);
  expect(pieces.filter((piece) => !piece.startsWith("> "))).toEqual([]);
});

test("whatever a member types, the card stays within Slack's limits", () => {
  const typed = fc.string({ unit: fc.constantFrom("&", "<", ">", "\n", " ", "a", "😀"), maxLength: 3000, size: "max" });
  fc.assert(
    fc.property(typed, (details) => {
      const { text, blocks } = blocksOf(card(cardOf(aRequest({ details: `${details}.` }))), ID);
      expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
      expect(text.length).toBeLessThanOrEqual(3000);
    }),
    { numRuns: 40 },
  );
});

const WRITTEN = fc.string({ unit: fc.constantFrom("&", '"', "\n", "a", "word ", "😀"), maxLength: 2000, size: "max" });

test("whatever a member wrote and added, of however many skills, every message is one that Slack takes, with our words whole", () => {
  fc.assert(
    fc.property(
      WRITTEN,
      fc.array(WRITTEN, { maxLength: 8 }),
      fc.integer({ min: 1, max: 150 }),
      (said, additions, n) => {
        const { asked, ...request } = aRequest({ details: `${said}.` });
        const skills = Array.from({ length: n }, (_, i) => ({ id: asked.service.id, name: `${"S".repeat(76)} ${i}` }));
        const much = { ...request, asked: { ...asked, skills, additions } };
        const briefing = briefingOf(much, request.openedAt);
        const cardWords = card(cardOf(much));
        for (const message of [
          cardWords,
          toMentor("claimed", briefing, { conductContact: "conduct@example.org" }),
          toCoordinator({ about: "unclaimed", words: said }, briefing, { card: "https://example.org/card" }),
          toMentee("question", briefing, { words: said }),
          toCoordinator({ about: "low-rating", words: said }, briefing, {}),
        ]) {
          const { blocks } = blocksOf(message, ID);
          expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
          expect(JSON.stringify(blocks).length).toBeLessThan(LIMITS.charactersOfBlocksInMessage);
        }
        expect(JSON.stringify(blocksOf(cardWords, ID).blocks)).toContain("Could one of you help?");
      },
    ),
    { numRuns: 60 },
  );
});

test("a volunteer who knows everything is asked about, and announced, in a message that Slack takes", () => {
  const skills = Array.from({ length: 150 }, (_, i) => ({
    id: aRequest().asked.service.id,
    name: `${"S".repeat(76)} ${i}`,
  }));
  const { text, blocks } = blocksOf(askForApproval(BOB, { skills, services: [], bio: "&".repeat(500) }), BOB);
  expect(text).toMatch(/ and \d+ more, any number of mentees/);
  expect(JSON.stringify(blocks).length).toBeLessThan(LIMITS.charactersOfBlocksInMessage);
});

test.each([
  ["said much, eight times", "Evenings suit me, mostly. ".repeat(80)],
  ["typed nothing but &", "&".repeat(2000)],
])("however much a member adds who has %s, every message about it is one that Slack takes", (_what, addition) => {
  const request = aRequest({ details: "&".repeat(3000) });
  const asked = { ...request.asked, additions: Array.from({ length: 8 }, () => addition) };
  const much = { ...request, asked };
  const briefing = briefingOf(much, request.openedAt);
  const messages = [
    card(cardOf(much)),
    toMentor("claimed", { ...briefing, menteeTimeZone: "America/New_York", menteeTime: "Monday 09:00" }, {}),
    toCoordinator({ about: "unclaimed" }, briefing, {}),
  ];
  for (const message of messages) {
    const { blocks } = blocksOf(message, ID);
    expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(blocks).length).toBeLessThan(LIMITS.charactersOfBlocksInMessage);
    expect(JSON.stringify(blocks)).toContain("It goes on: Slack shows no more in one message");
  }
  expect(inFull(much, request.openedAt).join("\n")).toContain(escaped(addition.trim()));
});

test("a button carries the request's id, and nothing of the person", () => {
  const { blocks } = blocksOf({ text: "Could you help?", buttons: [{ act: "claim", label: "I can help" }] }, ID);
  expect(blocks.at(-1)).toMatchObject({ type: "actions", elements: [{ action_id: "claim", value: ID }] });
});
