import {
  ActivityFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  log,
  patched,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import type { Catalogue } from "../domain/catalogue.ts";
import { isPolicy, policyProblems } from "../domain/check-policy.ts";
import { DAY, MINUTE } from "../domain/duration.ts";
import { upToDate } from "../domain/policy.ts";
import {
  CONFIGURE_SIGNAL,
  FIGURES_AGAIN_SIGNAL,
  POLICY_SIGNAL,
  PROGRAMME_QUERY,
  type ProgrammeInput,
  type ProgrammeState,
  QUESTION_SIGNAL,
  type Question,
  REFRESH_SIGNAL,
} from "./contract.ts";
import { readPeople, readQuestion } from "./read-signal.ts";

/** A copy this young is not read again, however many forms are opened. */
const FRESH = 10 * MINUTE;

const { passOnQuestion } = proxyActivities<Activities>({
  startToCloseTimeout: "10 seconds",
  scheduleToCloseTimeout: "1 hour",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "10 minutes" },
  summary: "a member's question, to the coordinator",
});

const { readCatalogue } = proxyActivities<Activities>({
  startToCloseTimeout: "10 seconds",
  scheduleToCloseTimeout: "1 hour",
  retry: { initialInterval: "2 seconds", backoffCoefficient: 2, maximumInterval: "5 minutes" },
  summary: "services, skill sets and affiliations",
});

const { readInsights } = proxyActivities<Activities>({
  startToCloseTimeout: "2 minutes",
  heartbeatTimeout: "10 seconds",
  scheduleToCloseTimeout: "5 minutes",
  retry: { initialInterval: "2 seconds", backoffCoefficient: 2, maximumInterval: "1 minute" },
  summary: "the figures of the last 90 days",
});

/**
 * What people see first, kept for everybody: the catalogue, the policy in force, who has which part, the figures. It is
 * read from the records once a day and when somebody asks, and kept while they are out of reach; the figures at most once
 * a day, and once a week when nobody asks. It never ends.
 */
export async function programme(input: ProgrammeInput): Promise<void> {
  let state: ProgrammeState = { ...input, policy: upToDate(input.policy) };
  let asked = false;
  const questions: Question[] = [...(input.questions ?? [])];
  const heard = new Set<string>();
  setHandler(defineQuery<ProgrammeState>(PROGRAMME_QUERY), () => state);
  setHandler(defineSignal<[unknown]>(CONFIGURE_SIGNAL), (payload) => {
    const people = readPeople(payload);
    if (people) state = { ...state, people };
    else log.warn("people were sent that cannot be; those who are in charge stay");
  });
  setHandler(defineSignal<[unknown]>(POLICY_SIGNAL), (policy) => {
    if (isPolicy(policy)) state = { ...state, policy };
    else
      log.warn("a policy was sent that cannot be used; the one in force stays", { problems: policyProblems(policy) });
  });
  setHandler(defineSignal<[unknown]>(QUESTION_SIGNAL), (payload) => {
    const question = readQuestion(payload);
    if (!question) return log.warn("a question was sent that is none; nothing is passed on");
    if (!heard.has(question.actionId)) questions.push(question);
    heard.add(question.actionId);
  });
  setHandler(defineSignal(REFRESH_SIGNAL), () => {
    asked = age(state) >= FRESH;
  });

  let figuresTriedAt = 0;
  setHandler(defineSignal(FIGURES_AGAIN_SIGNAL), () => {
    const { insights: _, ...rest } = state;
    state = rest;
    figuresTriedAt = 0;
    asked = true;
  });

  let leaving = false;
  const passing = passOn(questions, () => leaving);
  const beganAt = Date.now();
  while (Date.now() - beganAt < DAY && !workflowInfo().continueAsNewSuggested) {
    const wasAsked = asked;
    if (age(state) >= FRESH) {
      const read = await freshCatalogue();
      state = { ...state, ...read };
    }
    asked = false;
    const triedAt = Math.max(figuresTriedAt, state.insights?.at ?? 0);
    const tooOld = wasAsked ? DAY : 7 * DAY;
    if (state.catalogue && Date.now() - triedAt >= tooOld && patched("insights")) {
      const at = Date.now();
      figuresTriedAt = at;
      const read = await freshInsights(state.catalogue);
      // Asked for again meanwhile: these may still name whoever was taken out.
      if (figuresTriedAt === at) state = { ...state, ...read };
    }
    const atMost = state.readAt === undefined ? MINUTE : Math.max(MINUTE, beganAt + DAY - Date.now());
    await condition(() => asked, atMost, { summary: "waiting for the daily refresh" });
  }
  leaving = true;
  await passing;
  await continueAsNew<typeof programme>({ ...state, questions });
}

/** Passes members' questions on, one after the other; what cannot be passed on before the run ends is carried along. */
async function passOn(questions: Question[], leaving: () => boolean): Promise<void> {
  for (;;) {
    await condition(() => leaving() || questions.length > 0);
    const [question] = questions;
    if (leaving() || !question) return;
    try {
      await passOnQuestion({ ...question, at: Date.now() });
      questions.shift();
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.warn("a member's question could not be passed on for an hour; tried again");
    }
  }
}

/** Nothing when they cannot be had: the figures that there are stay. */
async function freshInsights({ skills }: Catalogue): Promise<Pick<ProgrammeState, "insights">> {
  try {
    return { insights: { figures: await readInsights({ skills }), at: Date.now() } };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn("the figures could not be read; the ones that there are stay, and tomorrow they are read again");
    return {};
  }
}

function age({ readAt }: ProgrammeState): number {
  return readAt === undefined ? Number.POSITIVE_INFINITY : Date.now() - readAt;
}

/** Nothing when it cannot be had: the copy that there is stays in use. */
async function freshCatalogue(): Promise<Pick<ProgrammeState, "catalogue" | "readAt">> {
  try {
    return { catalogue: await readCatalogue(), readAt: Date.now() };
  } catch (error) {
    if (error instanceof ActivityFailure) return {};
    throw error;
  }
}
