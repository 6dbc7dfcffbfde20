import { type ActionId, isActionId, isMemberId, type MemberId } from "./ids.ts";

/** In which capacity somebody acts. The gateway works it out; `may.ts` says what it allows. */
export type Role = "mentee" | "mentor" | "coordinator" | "ceo";

/** Who did something, in which role, and which deed of theirs it was. */
export interface Signed {
  readonly by: MemberId | "temporal";
  readonly as: Role;
  readonly actionId: ActionId;
}

/** Everything that a person can do to a request. */
export type Act = Signed &
  (
    | {
        readonly do: "claim";
        readonly by: MemberId;
        /** When the button was pressed, in milliseconds of real time. */
        readonly pressedAt: number;
      }
    | { readonly do: "close"; readonly reason: string }
  );

export type ActName = Act["do"];

/** What arrived as a signal, as an act; or what is wrong with it. Anybody can type a signal into Temporal's own page. */
export function readAct(name: ActName, payload: unknown): Act | { readonly wrong: string } {
  const fields = typeof payload === "object" && payload !== null ? (payload as Readonly<Record<string, unknown>>) : {};
  const { by, as, actionId, pressedAt, reason } = fields;
  if (!isMemberId(by)) return { wrong: "by is not a Slack member id" };
  if (!isRole(as)) return { wrong: "as is not mentee, mentor, coordinator or ceo" };
  if (!isActionId(actionId)) return { wrong: "actionId is missing" };
  switch (name) {
    case "claim":
      if (typeof pressedAt !== "number" || !Number.isFinite(pressedAt)) return { wrong: "pressedAt is not a time" };
      return { do: "claim", by, as, actionId, pressedAt };
    case "close":
      if (typeof reason !== "string" || reason.trim() === "") return { wrong: "reason is missing" };
      return { do: "close", by, as, actionId, reason: reason.slice(0, 500) };
  }
}

function isRole(value: unknown): value is Role {
  return value === "mentee" || value === "mentor" || value === "coordinator" || value === "ceo";
}
