import { expect, test } from "vitest";
import type { Catalogue } from "../../domain/catalogue.ts";
import { channelId, memberId, recordId } from "../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { openRequestForm } from "../../slack-gateway/listeners/open-request-form.ts";
import { onFileRequest } from "../../slack-gateway/listeners/staff.ts";
import { onVolunteerCommand } from "../../slack-gateway/listeners/volunteer.ts";
import type { ProgrammeCopy } from "../../slack-gateway/programme-copy.ts";

const CORA = memberId("U0CORA");
const SOME = [{ id: recordId("recA0000000000001"), name: "One" }];
const EMPTY: Catalogue = { services: [], skills: [], affiliations: [] };

const people = { coordinator: CORA, coordinators: [CORA], ceo: CORA, mentorsChannel: channelId("C0MENTORS") };

/** What Cora reads who types or presses this while the records have nothing else; Slack opens no form with an empty menu. */
async function answered(catalogue: Catalogue, what: (programme: ProgrammeCopy) => unknown): Promise<readonly string[]> {
  const read: string[] = [];
  const respond = async ({ text }: { readonly text: string }) => void read.push(text);
  const views = { open: () => Promise.reject(new Error("invalid_arguments")) };
  const current = { people, policy: DEFAULT_POLICY, catalogue };
  const programme = { current, refresh: async () => undefined } as unknown as ProgrammeCopy;
  const listener = what(programme) as (heard: object) => Promise<void>;
  await listener({
    ack: async () => undefined,
    command: { user_id: CORA, trigger_id: "1", channel_id: "C0GENERAL" },
    body: { user: { id: CORA }, trigger_id: "1" },
    client: { views },
    respond,
    logger: { warn: () => undefined },
  });
  return read;
}

test.each([
  ["/mentor", (programme: ProgrammeCopy) => openRequestForm(programme, {} as never)],
  ["/mentor-volunteer", (programme: ProgrammeCopy) => onVolunteerCommand({ programme, enrolments: {} as never })],
  ["File one for somebody", (programme: ProgrammeCopy) => onFileRequest({ programme, requests: {} as never })],
])("%s says that the records name no services or no skills yet", async (_what, listener) => {
  for (const catalogue of [EMPTY, { ...EMPTY, services: SOME }, { ...EMPTY, skills: SOME }])
    expect(await answered(catalogue, listener)).toEqual([ANSWERS.nothingToChoose]);
});
