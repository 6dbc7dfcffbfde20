import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";

const KINDS = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" } as const;

/** Scripts and style sheets as they are, from `client/` and `style/`. */
export function serveClient(server: FastifyInstance): void {
  server.get<{ Params: { file: string } }>("/client/:file", async ({ params: { file } }, reply) => {
    const [, kind] = /^[a-z-]+\.(js|css|svg)$/.exec(file) ?? [];
    if (kind !== "js" && kind !== "css" && kind !== "svg") return reply.code(404).send("There is no such file.");
    const folder = kind === "css" ? "style" : "client";
    try {
      const text = await readFile(new URL(`${folder}/${file}`, import.meta.url), "utf8");
      return reply.type(`${KINDS[kind]}; charset=utf-8`).header("cache-control", "no-cache").send(text);
    } catch {
      return reply.code(404).send("There is no such file.");
    }
  });
}
