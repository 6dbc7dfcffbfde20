import fc from "fast-check";
import { expect, test } from "vitest";
import { escaped, list, mention, moment, quoted, typed } from "../../domain/wording/slack-text.ts";
import { ADA } from "./a-request.ts";

test.each([
  ["<!channel> look", "&lt;!channel&gt; look"],
  ["<@U123>", "&lt;@U123&gt;"],
  ["<https://evil.example|a link>", "&lt;https://evil.example|a link&gt;"],
  ["Tom & Jerry &amp; more", "Tom &amp; Jerry &amp;amp; more"],
  ["</script>", "&lt;/script&gt;"],
  ["*bold* _stays_ `as typed`", "*bold* _stays_ `as typed`"],
])("a member who types %s is shown as themselves, and nobody is mentioned", (text, shown) => {
  expect(escaped(text)).toBe(shown);
});

test("whatever somebody types mentions nobody, and can be read back as it was typed", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("<", ">", "&", "!", "@", "U", "amp;", "lt;", "é", "😀") }),
      (text) => {
        expect(escaped(text)).not.toMatch(/[<>]/);
        expect(typed(escaped(text))).toBe(text);
      },
    ),
  );
});

test("every line of what a member wrote is set off from our own words", () => {
  expect(quoted("  First.\r\nSecond <!here>\n\nThird  ")).toBe("> First.\n> Second &lt;!here&gt;\n> \n> Third");
});

test("no line that a member writes can pass for one of ours", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\n", "\r\n", "\r", "\u2028", "a", ">", " ") }), (typed) => {
      expect(
        quoted(typed)
          .split("\n")
          .filter((line) => !line.startsWith("> ")),
      ).toEqual([]);
    }),
  );
});

test("a moment is shown in the reader's own time, with UTC for clients that cannot", () => {
  expect(moment(Date.parse("2026-03-02T09:00:30Z"))).toBe(
    "<!date^1772442030^{date_short_pretty} at {time}|2026-03-02 09:00 UTC>",
  );
});

test("people and words are listed as one would say them", () => {
  expect(mention(ADA)).toBe("<@U0ADA>");
  expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});
