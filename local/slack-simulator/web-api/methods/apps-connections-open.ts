import { z } from "zod";
import { method } from "../method.ts";

export const appsConnectionsOpen = method({
  name: "apps.connections.open",
  token: "app",
  scopes: ["connections:write"],
  args: z.object({}),
  run: (slack) => ({ url: slack.socketUrl() }),
});
