import "./react-for-production.ts";
import fastify from "fastify";
import type { OneMachine } from "../one-machine.ts";
import { LOCAL } from "../seed/local-settings.ts";
import { slackSeed } from "../seed/slack-seed.ts";
import { behindSlots } from "./behind/behind-slots.tsx";
import { Forward } from "./behind/forward.ts";
import { Switches } from "./behind/switches.ts";
import { Changes } from "./changes.ts";
import { onlyThisMachine } from "./only-this-machine.ts";
import { Pages } from "./pages.ts";
import type { Place } from "./place.ts";
import { ReadMarks } from "./read-marks.ts";
import { serveAirtable } from "./serve-airtable.ts";
import { serveBehind } from "./serve-behind.ts";
import { serveClient } from "./serve-client.ts";
import { serveDeeds } from "./serve-deeds.ts";
import { serveLive } from "./serve-live.ts";
import { servePage } from "./serve-page.tsx";
import { slackSlots } from "./slack/screen.tsx";
import { Underway } from "./underway.ts";

export interface PlaygroundServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The page on which the whole programme can be tried. It listens on 127.0.0.1 only, and keeps nothing of its own. */
export async function startPlayground(
  machine: OneMachine,
  { port = 0 }: { readonly port?: number } = {},
): Promise<PlaygroundServer> {
  const { slack } = machine;
  const { app: settings } = slackSeed();
  const app = { id: LOCAL.botUserId, name: settings.name ?? "Muster", commands: settings.commands ?? [] };
  const changes = new Changes();
  const marks = new ReadMarks(slack);
  const underway = new Underway(machine.connection);
  const tellBehind = () => changes.tell("behind");
  const switches = new Switches(machine, tellBehind);
  const forward = new Forward(machine.connection, tellBehind);
  const playground = {
    slack,
    app,
    marks,
    changes,
    pages: new Pages(),
    slackSlots: (place: Place) => slackSlots({ slack, app, marks, place }),
    behindSlots: (place: Place) => underway.ask(() => behindSlots({ machine, app, switches, forward, place })),
  };
  const server = fastify({ forceCloseConnections: true });
  onlyThisMachine(server);
  serveClient(server);
  servePage(server, playground);
  serveLive(server, playground);
  await serveDeeds(server, slack);
  await serveBehind(server, { machine, switches, forward, underway });
  await serveAirtable(server, machine.airtable);
  const unfollow = changes.follow(machine);
  const url = await server.listen({ host: "127.0.0.1", port });
  return {
    url,
    close: async () => {
      unfollow();
      await underway.end();
      await server.close();
    },
  };
}
