import { expect, test } from "vitest";
import { memberId, requestId } from "../../domain/ids.ts";
import { FOR_STAFF } from "../../domain/wording/for-staff.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { onApproval } from "../../slack-gateway/listeners/approve-mentor.ts";
import { onActButton } from "../../slack-gateway/listeners/press-act.ts";
import { onReopen, onReopenFormSent } from "../../slack-gateway/listeners/reopen.ts";
import { onFileRequest, onShowRequest, onStaffCommand } from "../../slack-gateway/listeners/staff.ts";
import { onActFormSent } from "../../slack-gateway/listeners/submit-act-form.ts";
import type { ProgrammeCopy } from "../../slack-gateway/programme-copy.ts";

const CORA = memberId("U0CORA");
const ID = requestId("request-sql-0000000001");
/** Temporal is down at the first start, and the disk is empty. */
const programme = { current: undefined, refresh: async () => undefined } as unknown as ProgrammeCopy;
const more = {} as never;

/** What Cora reads, who does this while nobody can say who is staff. */
async function answered(listener: unknown, carried = ""): Promise<unknown> {
  const read: unknown[] = [];
  await (listener as (heard: object) => Promise<void>)({
    ack: async (given?: unknown) => void (given && read.push(given)),
    action: { value: ID, action_ts: "1.1" },
    command: { user_id: CORA, trigger_id: "1", channel_id: "C0GENERAL" },
    body: { user: { id: CORA }, trigger_id: "1" },
    view: { id: "V1", private_metadata: carried, state: { values: {} } },
    respond: async ({ text }: { readonly text: string }) => void read.push(text),
  });
  return read;
}

test.each([
  ["an act of coordinators", onActButton("close", { programme, requests: more, enrolments: more })],
  ["Open", onShowRequest({ programme, requests: more })],
  ["File one for somebody", onFileRequest({ programme, requests: more })],
  ["Open it again", onReopen(programme)],
  ["Approve", onApproval(true, { programme, enrolments: more })],
])(
  "while nobody can say who is staff, whoever presses %s is told so, and not that it is not theirs",
  async (_what, on) => {
    expect(await answered(on)).toEqual([ANSWERS.notKnownWhose]);
  },
);

test("whoever types /mentor-requests meanwhile is asked to try again", async () => {
  expect(await answered(onStaffCommand({ programme, requests: more }))).toEqual([FOR_STAFF.unknown]);
});

test.each([
  ["of an act", onActFormSent(programme, more), JSON.stringify({ act: "close", id: ID })],
  ["to open it again", onReopenFormSent(programme, more), ID],
])("a form %s that is sent meanwhile stays open, with what was typed", async (_what, on, carried) => {
  const [given] = (await answered(on, carried)) as [{ response_action: string; errors: Record<string, string> }];
  expect(given.response_action).toBe("errors");
  expect(Object.values(given.errors)).toEqual([ANSWERS.cannotTakeForms]);
});
