import type { EphemeralMessage, SlackMessage } from "./slack-message.ts";
import type { HomeView, OpenView } from "./slack-view.ts";

/** Something that somebody could see happen on their screen. `seq` is strictly increasing over all of them. */
export type SlackChange = { readonly seq: number } & (
  | { readonly kind: "posted" | "updated" | "deleted"; readonly message: SlackMessage }
  | { readonly kind: "ephemeral" | "ephemeral-gone"; readonly ephemeral: EphemeralMessage }
  | { readonly kind: "view-opened" | "view-updated" | "view-closed"; readonly user: string; readonly view: OpenView }
  | { readonly kind: "home-published"; readonly user: string; readonly view: HomeView }
  | { readonly kind: "joined" | "left"; readonly user: string; readonly channel: string }
);
