import { type MemberId, memberId, type RecordId, recordId, requestId } from "../../domain/ids.ts";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import { type MentorRequest, openRequest } from "../../domain/request.ts";

export const BOB = memberId("U0BOB");
export const ADA = memberId("U0ADA");
export const KEN = memberId("U0KEN");

/** The moment at which requests are opened here. */
export const START = Date.parse("2026-03-02T09:00:00Z");

export const record = (name: string): RecordId =>
  recordId(`rec${name.replace(/\W/g, "").padEnd(14, "0").slice(0, 14)}`);

interface Opening {
  readonly policy?: Policy;
  readonly mentee?: MemberId;
  readonly at?: number;
  readonly details?: string;
}

/** Bob's request for help with SQL, just opened. */
export function aRequest({
  policy = DEFAULT_POLICY,
  mentee = BOB,
  at = START,
  details = "My first real query.",
}: Opening = {}): MentorRequest {
  const asked = {
    service: { id: record("CodeReview"), name: "Code review" },
    skills: [{ id: record("SQL"), name: "SQL" }],
    details,
  };
  return openRequest({ id: requestId("request-sql-0000000001"), mentee, policy, asked }, at);
}
