import { expect, test } from "vitest";
import { type MemberId, memberId, requestId } from "../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { ListedRequest } from "../../slack-gateway/listed-request.ts";
import { onRequestFormSent } from "../../slack-gateway/listeners/submit-request-form.ts";
import type { ProgrammeCopy } from "../../slack-gateway/programme-copy.ts";
import type { Requests } from "../../slack-gateway/requests.ts";
import { FOR_SOMEBODY } from "../../slack-gateway/views/request-form.ts";
import { BOB, record } from "../domain/a-request.ts";

const CORA = memberId("U0CORA");
const NIA = memberId("U0NIA");
const [REVIEW, SQL] = [
  { id: record("Review"), name: "Code review" },
  { id: record("SQL"), name: "SQL" },
];
const people = { coordinator: CORA, coordinators: [CORA], ceo: CORA };
const catalogue = { services: [REVIEW], skills: [SQL], affiliations: [] };
const programme = { current: { people, policy: DEFAULT_POLICY, catalogue } } as unknown as ProgrammeCopy;

/** As many as a member may ask for within a month. */
const openOnes = Array.from(
  { length: DEFAULT_POLICY.requestsAtMost },
  (_, n): ListedRequest => ({
    id: requestId(`request-sql-000000000${n}`),
    isOpen: true,
    status: "waiting",
    service: REVIEW.name,
    skills: [],
    openedAt: Date.now(),
  }),
);

/** A form in which Cora files requests for others; each time that she sends it, what she is answered. */
function filing() {
  const opened: MemberId[] = [];
  const requests = {
    list: async () => openOnes,
    open: async ({ mentee }: { readonly mentee: MemberId }) => {
      opened.push(mentee);
      return "taken";
    },
  } as unknown as Requests;
  const listener = onRequestFormSent(programme, requests);
  const send = async (mentee: MemberId) => {
    const answers: unknown[] = [];
    const values = {
      mentee: { member: { selected_user: mentee } },
      service: { choice: { selected_option: { value: REVIEW.id } } },
      skills: { choice: { selected_options: [{ value: SQL.id }] } },
      details: { text: { value: "An interview on Friday, and nobody to practise with." } },
    };
    await listener({
      ack: async (answer: unknown) => void answers.push(answer),
      body: { user: { id: CORA } },
      view: { id: "V1", private_metadata: FOR_SOMEBODY, state: { values } },
    } as never);
    return answers;
  };
  return { send, opened };
}

const TOLD = [{ response_action: "errors", errors: { service: ANSWERS.alreadyOpenForThem } }];

test("whoever files a request is told once that this person has an open one for it, and may file it all the same", async () => {
  const { send, opened } = filing();
  expect(await send(BOB)).toEqual(TOLD);
  expect(opened).toEqual([]);
  expect(await send(NIA)).toEqual(TOLD);
  expect(await send(BOB)).toMatchObject([{ response_action: "update" }]);
  expect(opened).toEqual([BOB]);
});
