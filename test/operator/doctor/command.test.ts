import { expect, test } from "vitest";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { story } from "../../story/story.ts";
import { runCommand } from "../run-command.ts";

story(
  "the doctor has nothing to say of the programme as it is, and then names what was broken",
  async ({ machine }) => {
    expect(await runCommand("doctor.ts", [], machine.env)).toEqual({
      code: 0,
      out: "Temporal: all is well.\nSlack: all is well.\nAirtable: all is well.\n",
    });

    machine.airtable.table(LOCAL.airtableBase, "Mentors").removeField("Bio");
    const ill = await runCommand("doctor.ts", [], {
      ...machine.env,
      TEMPORAL_NAMESPACE: "elsewhere",
      SLACK_MENTORS_CHANNEL: "C0NOWHERE",
    });
    expect(ill.code).toBe(1);
    expect(ill.out).toContain("temporal operator namespace create --namespace elsewhere --retention 90d");
    expect(ill.out).toMatch(/cannot read the mentors' channel .*\n.*What to do: /);
    expect(ill.out).toContain('Mentors has no column "Bio"');
  },
);

test("without settings the doctor lists those that are missing", async () => {
  const { code, out } = await runCommand("doctor.ts");
  expect(code).toBe(1);
  expect(out).toContain("AIRTABLE_TOKEN");
});
