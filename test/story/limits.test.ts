import { expect } from "vitest";
import type { Person } from "../../local/seed/cast.ts";
import { AFFILIATIONS, SERVICES, SKILLSETS } from "../../local/seed/catalogue.ts";
import { story } from "./story.ts";

const LONG = "Enterprise integration patterns with message brokers and other things that take long";

const skills = (count: number): readonly string[] => [
  LONG,
  ...SKILLSETS,
  ...Array.from(
    { length: count - 1 - SKILLSETS.length },
    (_, i) => `${String.fromCharCode(65 + (i % 26))}kill ${i + 1}`,
  ),
];

const STRANGE: Person = { id: "U0STRANGE", name: "strange", realName: "🦊 مُحَمَّد <b>&amp;", timeZone: "Asia/Kolkata" };

for (const count of [47, 150]) {
  story(
    `${count} skill sets, one of ${LONG.length} characters, fit into the form and are asked for`,
    async (s) => {
      const bob = s.person("bob");
      const sent = await bob.asksForHelpWith("", {
        skills: [`${LONG.slice(0, 74)}…`, "Bkill 2"],
        service: "Code review",
      });
      expect(sent.errors).toBeUndefined();
      expect((await s.channelShows("asks for a mentor")).text).toContain(LONG);
      await bob.receives("we have your request");
      await s.person("cora").receives("No mentor matches");
      await bob.slack.command("/mentor-volunteer");
      await s.machine.slack.when(() =>
        s.machine.slack.openViews(bob.id).some(({ callback_id }) => callback_id === "volunteer-form"),
      );
    },
    { more: { catalogue: { services: SERVICES, skillsets: skills(count), affiliations: AFFILIATIONS } } },
  );
}

story("3,000 characters that all have to be escaped go through, and so does a change of them", async (s) => {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL", { details: "&".repeat(3000) });
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await bob.fillsIn("add-details", { details: "<".repeat(2000) });
  await s.person("ada").claims();
  await s.person("ada").receives("You have taken");
  await bob.receives("will be your mentor");
  const record = await s.recordIs(({ Status }) => Status === "claimed");
  expect(record.Details).toBe("&".repeat(3000));
});

story(
  "a name with emoji and text from right to left works everywhere",
  async (s) => {
    const strange = s.personOf(STRANGE);
    await strange.asksForHelpWith("SQL", { details: "مرحبا 🦊 أحتاج إلى مساعدة في قواعد البيانات من فضلكم" });
    expect((await s.channelShows("asks for a mentor")).text).toContain("قواعد البيانات");
    await strange.receives("we have your request");
    await s.person("ada").claims();
    await s.person("ada").receives("قواعد البيانات");
    await strange.receives("will be your mentor");
  },
  { more: { people: [STRANGE] } },
);
