import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from "@temporalio/workflow";
import { currentDetails } from "../../domain/current-details.ts";
import { holder } from "../../domain/request.ts";
import { fitting } from "../../domain/shortened.ts";
import { latestStep, nextStep } from "../../domain/steps.ts";
import { SEARCH } from "../contract.ts";
import type { Running } from "./running.ts";

/**
 * Puts what staff look for into Temporal's lists and on the request's own page; only what has changed is written. While
 * a post or a bump is on its way, it waits for a moment: whom it mentions belongs into the same write.
 */
export function showInTemporal({ state, trouble }: Running): void {
  setCurrentDetails(currentDetails(state, Date.now(), [...trouble].map(inTrouble)));
  const next = nextStep(state);
  const words = [
    { key: SEARCH.RequestStatus, value: state.standing.status },
    { key: SEARCH.RequestStep, value: latestStep(state) ?? null },
    { key: SEARCH.Mentee, value: state.mentee },
    { key: SEARCH.Service, value: state.asked.service.name },
    { key: SEARCH.Mentor, value: holder(state) ?? null },
    { key: SEARCH.Trouble, value: trouble.size > 0 ? [...trouble].map(inTrouble).join("; ").slice(0, 200) : null },
  ];
  const lists = [
    { key: SEARCH.Skills, value: fitting(state.asked.skills.map(({ name }) => name)) },
    { key: SEARCH.Mentioned, value: fitting([...state.mentioned].reverse()) },
  ];
  const moments = [{ key: SEARCH.NextStepAt, value: next ? new Date(next.at) : null }];
  const shown = workflowInfo().typedSearchAttributes;
  const changed = [
    ...words.filter(({ key, value }) => (shown.get(key) ?? null) !== value),
    ...lists.filter(({ key, value }) => (shown.get(key) ?? []).join("|") !== value.join("|")),
    ...moments.filter(({ key, value }) => shown.get(key)?.getTime() !== value?.getTime()),
  ];
  const isMentioning =
    state.standing.status === "waiting" && state.outbox.some(({ audience }) => audience === "mentors");
  if (changed.length > 0 && (!isMentioning || trouble.size > 0)) upsertSearchAttributes(changed);
}

const inTrouble = ([what, why]: readonly [string, string]): string => `${what}: ${why}`;
