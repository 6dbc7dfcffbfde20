import { defineSearchAttributeKey, type SearchAttributePair } from "@temporalio/common";
import type { Act } from "../domain/act.ts";
import type { Catalogue } from "../domain/catalogue.ts";
import type { ActionId, ChannelId, MemberId, RequestId } from "../domain/ids.ts";
import type { Insights } from "../domain/insights.ts";
import type { PairingRecord } from "../domain/pairing.ts";
import type { Policy } from "../domain/policy.ts";
import type { RequestRecord, WrittenLater } from "../domain/record.ts";
import type { MentorRequest, NewRequest } from "../domain/request.ts";
import { fitting } from "../domain/shortened.ts";

/** Where workers look for everything that the programme does. */
export const TASK_QUEUE = "muster";

/** One mentor request. Its workflow id is its request id. */
export const MENTOR_REQUEST = "mentorRequest";

/** A new request, or one that goes on in a new run because its history had grown long. */
export type MentorRequestInput =
  | { readonly opened: NewRequest }
  | {
      readonly resumed: MentorRequest;
      /** What arrived while the run before came to its end. */
      readonly undecided: readonly Act[];
      /** Digests of what stands in Slack and in the records, so that it is not written again. */
      readonly written: readonly (readonly [string, string])[];
    };

/** The whole request, as it stands. */
export const REQUEST_QUERY = "request";

/** The record as it should read, and whether it was written so. */
export const RECORDED_QUERY = "recorded";
export interface Recorded {
  readonly record: RequestRecord;
  readonly settled: boolean;
  /** What is not worth a write of its own, as it was written last; absent until it was, and when an earlier version wrote it. */
  readonly asWritten?: WrittenLater;
  /** An earlier version did not say. */
  readonly pairings?: readonly PairingRecord[];
}

/** Asks a request to write its record again: somebody has changed the row by hand, or removed it. */
export const RECORD_AGAIN_SIGNAL = "record-again";

interface RequestStart {
  readonly workflowId: RequestId;
  readonly taskQueue: string;
  readonly args: [MentorRequestInput];
  readonly workflowIdReusePolicy: "REJECT_DUPLICATE";
  readonly typedSearchAttributes: SearchAttributePair[];
  readonly staticSummary: string;
}

/** How a request is started. The same one again is refused, also after it has ended. */
export function startOfRequest(request: NewRequest): RequestStart {
  const { id, mentee, asked } = request;
  const skills = asked.skills.map(({ name }) => name);
  const input: MentorRequestInput = { opened: request };
  return {
    workflowId: id,
    taskQueue: TASK_QUEUE,
    args: [input],
    workflowIdReusePolicy: "REJECT_DUPLICATE",
    typedSearchAttributes: [
      { key: SEARCH.RequestStatus, value: "waiting" },
      { key: SEARCH.Mentee, value: mentee },
      { key: SEARCH.Service, value: asked.service.name },
      { key: SEARCH.Skills, value: fitting(skills) },
    ],
    staticSummary: `${asked.service.name}: ${skills.join(", ")}`.slice(0, 200),
  };
}

/** Compares the records with the requests, in both directions, and puts right what differs. */
export const RECONCILE_RECORDS = "reconcileRecords";
export const RECONCILE_SCHEDULE_ID = "reconcile-records";

/** What a reconciliation has done; kept by Temporal for the next one. */
export interface Reconciled {
  /** When it began to look, in milliseconds. */
  readonly at: number;
  /** When Pairings were looked at last; an earlier version did not. */
  readonly pairingsAt?: number;
  readonly started: readonly RequestId[];
  readonly claimed: readonly RequestId[];
  readonly putRight: readonly RequestId[];
  /** What a person has to do, and was told: it is not told again. */
  readonly open: readonly string[];
}

/** The one long-running workflow that holds what forms need. */
export const PROGRAMME = "programme";
export const PROGRAMME_ID = "programme";

/** Who has which part, by their Slack ids. */
export interface People {
  /** Somebody, or a channel of several. */
  readonly coordinator: MemberId | ChannelId;
  readonly coordinators: readonly MemberId[];
  /** Who hears of what waits very long. */
  readonly ceo: MemberId;
  /** All who may act as the CEO; absent in what an earlier version wrote, and then it is `ceo` alone. */
  readonly ceos?: readonly MemberId[];
  readonly mentorsChannel: ChannelId;
  /** Whom people write to when something is not right between them. */
  readonly conductContact?: string;
}

export interface ProgrammeState {
  readonly people: People;
  readonly policy: Policy;
  /** Absent until the records could be read for the first time. */
  readonly catalogue?: Catalogue;
  /** When the catalogue was read, in milliseconds. */
  readonly readAt?: number;
  /** What the programme did in the last 90 days, and when that was read. */
  readonly insights?: { readonly figures: Insights; readonly at: number };
}

export type ProgrammeInput = ProgrammeState & { readonly questions?: readonly Question[] };

/** Sent by each worker when it starts, with the people that its settings name. */
export const CONFIGURE_SIGNAL = "configure";

/** A new policy for requests from now on. */
export const POLICY_SIGNAL = "policy";

/** What a member wrote to the bot, and would like the coordinator to read. */
export const QUESTION_SIGNAL = "question";
export interface Question {
  readonly from: MemberId;
  readonly text: string;
  /** One press is one question, however often it is delivered. */
  readonly actionId: ActionId;
}

/** Asks for a fresh copy of the catalogue; harmless while the copy is fresh. */
export const REFRESH_SIGNAL = "refresh";

/** Drops the figures, and reads them anew: somebody was taken out of the records. */
export const FIGURES_AGAIN_SIGNAL = "figures-again";

export const PROGRAMME_QUERY = "state";

/** What Temporal's lists can be searched by; never encrypted, so never personal beyond a Slack id. */
export const SEARCH = {
  RequestStatus: defineSearchAttributeKey("RequestStatus", "KEYWORD"),
  RequestStep: defineSearchAttributeKey("RequestStep", "KEYWORD"),
  Mentee: defineSearchAttributeKey("Mentee", "KEYWORD"),
  Mentor: defineSearchAttributeKey("Mentor", "KEYWORD"),
  Service: defineSearchAttributeKey("Service", "KEYWORD"),
  Trouble: defineSearchAttributeKey("Trouble", "KEYWORD"),
  Skills: defineSearchAttributeKey("Skills", "KEYWORD_LIST"),
  Mentioned: defineSearchAttributeKey("Mentioned", "KEYWORD_LIST"),
  NextStepAt: defineSearchAttributeKey("NextStepAt", "DATETIME"),
} as const;
