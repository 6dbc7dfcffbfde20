import type { App } from "@slack/bolt";
import type { Client } from "@temporalio/client";
import { listenToEverything } from "../../slack-gateway/listeners/everything.ts";
import type { ProgrammeCopy } from "../../slack-gateway/programme-copy.ts";

type Kind = "commands" | "buttons" | "forms" | "events";

/** All that the gateway listens to, as it says itself; the pattern for unknown buttons is left out. */
export function listenedTo(): { readonly [kind in Kind]: readonly string[] } {
  const found: { readonly [kind in Kind]: string[] } = { commands: [], buttons: [], forms: [], events: [] };
  const listing = {
    logger: console,
    command: (name: string) => found.commands.push(name),
    event: (name: string) => found.events.push(name),
    action: (button: string | RegExp) => typeof button === "string" && found.buttons.push(button),
    view: ({ callback_id }: { readonly callback_id: string }) => found.forms.push(callback_id),
  };
  listenToEverything(listing as unknown as App, {} as Client, {} as ProgrammeCopy);
  return found;
}
