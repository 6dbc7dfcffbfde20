import type { z } from "zod";
import type { Slack } from "../slack.ts";
import { SlackError } from "../slack-error.ts";
import type { Tier } from "./rate-limits.ts";

export type Body = Readonly<Record<string, unknown>>;

/** One row of the table of what can be called. */
export interface Method {
  readonly name: string;
  readonly docs: string;
  readonly token: "bot" | "app";
  readonly tier: Tier;
  /** One of these is needed; none when empty. Calls may need a certain one, for the kind of channel. */
  readonly scopes: readonly string[];
  run(slack: Slack, args: unknown): Body;
}

interface Row<Args extends z.ZodType> extends Omit<Method, "docs" | "token" | "run"> {
  readonly token?: "bot" | "app";
  readonly args: Args;
  run(slack: Slack, args: z.output<Args>): Body;
}

export function method<Args extends z.ZodType>({ args: schema, token = "bot", ...row }: Row<Args>): Method {
  return {
    ...row,
    token,
    docs: `https://docs.slack.dev/reference/methods/${row.name}`,
    run: (slack, args) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success) throw invalidArguments(parsed.error.issues);
      return row.run(slack, parsed.data);
    },
  };
}

function invalidArguments(issues: readonly z.core.$ZodIssue[]): SlackError {
  const messages = issues.map(({ code, path, message }) =>
    code === "invalid_type" && message.endsWith("undefined")
      ? `[ERROR] missing required field: ${path.join("/")}`
      : `[ERROR] ${message} [json-pointer:/${path.join("/")}]`,
  );
  return new SlackError("invalid_arguments", { response_metadata: { messages } });
}

/** @throws missing_scope, unless the bot token has one of them */
export function needOneOf(scopes: readonly string[], granted: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => granted.includes(scope))) return;
  throw new SlackError("missing_scope", { needed: scopes.join(","), provided: granted.join(",") });
}
