import type { FastifyInstance } from "fastify";
import type { SlotChange } from "./live/shown.tsx";
import { soon } from "./live/soon.ts";
import type { OpenPage } from "./pages.ts";
import type { Playground } from "./playground-parts.ts";
import type { Slots } from "./slack/screen.tsx";

/** While nothing else says that the state of a request has changed, it is looked at this often. */
const LOOK_AGAIN_MS = 2_000;

/**
 * What changes on a page while somebody looks at it, as server-sent events. Slack is drawn at once; what stands beside
 * it has to be asked for, and comes as soon as it is known.
 */
export function serveLive(server: FastifyInstance, playground: Playground): void {
  server.get<{ Params: { page: string } }>("/live/:page", (request, reply) => {
    const page = playground.pages.find(request.params.page);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const send = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (!page) {
      send("reload", {});
      raw.end();
      return;
    }
    const end = keepLive(playground, page, (changes) => {
      for (const change of changes) send("change", change);
    });
    request.raw.once("close", end);
  });
}

function keepLive(
  { marks, changes, slackSlots, behindSlots }: Playground,
  page: OpenPage,
  send: (changes: readonly SlotChange[]) => void,
): () => void {
  const { place, shown } = page;
  page.connections += 1;
  if (page.connections > 1) shown.forget();
  const show = (slots: Slots) =>
    send(Object.entries(slots).flatMap(([slot, parts]) => shown.change(slot, parts) ?? []));
  const slack = soon(0, async () => {
    if (place.where !== "home" && marks.markRead(place.user, place.where)) changes.tell("slack");
    show(slackSlots(place));
  });
  const behind = soon(100, async () => show(await behindSlots(place)));
  const end = changes.listen((changed) => (changed === "slack" ? slack : behind).ask());
  const again = setInterval(() => behind.ask(), LOOK_AGAIN_MS);
  slack.ask();
  behind.ask();
  return () => {
    end();
    clearInterval(again);
    slack.end();
    behind.end();
  };
}
