import type { FastifyInstance } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import { CAST } from "../seed/cast.ts";
import { LOCAL } from "../seed/local-settings.ts";
import { PageView } from "./page.tsx";
import { hrefOf, placeOf } from "./place.ts";
import type { Playground } from "./playground-parts.ts";

type Where = { Params: { user: string; where: string } };

/** The page, for whoever one is and wherever one looks. */
export function servePage(server: FastifyInstance, playground: Playground): void {
  const { slack, app, marks, pages, changes } = playground;
  const [first] = CAST;

  server.get("/", async (_request, reply) => reply.redirect(`/as/${first?.id}/${LOCAL.generalChannel}`));

  server.get<Where>("/as/:user/:where", async ({ params, query }, reply) => {
    const asked = placeOf(params, query);
    const person = slack.users().find(({ id, isBot }) => id === asked.user && !isBot);
    if (!person) return reply.code(404).send(`There is nobody with the id ${asked.user}.`);
    if (asked.where === "app") return reply.redirect(hrefOf(asked, { where: slack.dmId(asked.user) }));
    if (asked.where === "mentors") return reply.redirect(hrefOf(asked, { where: LOCAL.mentorsChannel }));
    const channel = slack.channel(asked.where);
    if (asked.where !== "home" && !channel?.members.includes(asked.user)) {
      return reply.redirect(hrefOf(asked, { where: LOCAL.generalChannel }));
    }
    if (asked.where === "home")
      slack
        .as(asked.user)
        .opensHome()
        .catch(() => undefined);
    if (channel && marks.markRead(asked.user, channel.id)) changes.tell("slack");
    const page = pages.open(asked);
    const slots = { ...playground.slackSlots(asked), ...(await playground.behindSlots(asked)) };
    for (const [slot, parts] of Object.entries(slots)) page.shown.note(slot, parts);
    const name = person.realName ?? person.name;
    const html = renderToStaticMarkup(
      <PageView id={page.id} place={asked} app={app} channel={channel} name={name} slots={slots} />,
    );
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(`<!doctype html>${html}`);
  });
}
