import { z } from "zod";
import { method } from "../method.ts";

export const appsConnectionsOpen = method({
  name: "apps.connections.open",
  tier: 1,
  token: "app",
  scopes: ["connections:write"],
  args: z.object({}),
  run: (slack) => ({ url: slack.socketUrl() }),
});
