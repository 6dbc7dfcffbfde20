import { type ActionId, actionId, type MemberId } from "../domain/ids.ts";

/** Which press of a button it was, the same for every delivery of it, and when, in milliseconds. */
export interface PressOf {
  readonly actionId: ActionId;
  readonly pressedAt: number;
}

/** Undefined when Slack does not say when it was pressed: two such presses could not be told apart. */
export function pressOf(by: MemberId, action: { readonly action_ts?: unknown }): PressOf | undefined {
  const { action_ts: at } = action;
  if (typeof at !== "string" || !/^\d{1,12}\.\d{1,9}$/.test(at)) return undefined;
  return { actionId: actionId(`${at}-${by}`), pressedAt: Math.round(Number(at) * 1000) };
}
