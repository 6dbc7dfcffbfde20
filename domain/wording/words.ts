import type { ActName } from "../act.ts";

/** Something to say. `text` alone makes sense: it is also the notification, and what a screen reader reads. */
export interface Words {
  readonly text: string;
  /** Buttons below it, by the act they stand for. */
  readonly buttons?: readonly Button[];
}

/** An act upon a request, or the coordinator's word on a new mentor. */
type ButtonName = ActName | "approve-mentor" | "decline-mentor";

export interface Button {
  readonly act: ButtonName;
  readonly label: string;
  /** The one thing that is hoped for. */
  readonly main?: boolean;
  /** What is asked before it is done; only for what cannot be taken back. */
  readonly sure?: string;
}
