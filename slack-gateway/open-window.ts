import type { ModalView } from "@slack/types";
import type { Press } from "./answer-press.ts";

/** Opens a window behind a button, above the one that the button is in, if it is in one. Its id, to show more in it later. */
export async function openWindow({ body, client }: Press, view: ModalView): Promise<string | undefined> {
  const opening = { trigger_id: body.trigger_id, view };
  const opened = await (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
  return opened.view?.id;
}
