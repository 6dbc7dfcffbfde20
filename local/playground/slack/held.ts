import type { StateValue } from "../../slack-simulator/block-kit/state-values.ts";

/** What an element holds, as the values of what is chosen or typed; nothing when it is empty. */
export function held(state: StateValue | undefined): readonly string[] {
  return Object.entries(state ?? {})
    .filter(([field]) => field !== "type")
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .flatMap((value): readonly string[] => {
      if (typeof value === "string" || typeof value === "number") return [String(value)];
      if (typeof value !== "object" || value === null || !("value" in value)) return [];
      return [String(value.value)];
    });
}
