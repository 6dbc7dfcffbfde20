import type { Slack } from "../slack.ts";
import { SlackError } from "../slack-error.ts";
import type { Method } from "./method.ts";

interface Claimed {
  readonly method: Method;
  readonly authorization: string | undefined;
  /** The token as an argument, as older clients send it. */
  readonly token: unknown;
}

/**
 * The scopes of whoever calls.
 * @throws not_authed, invalid_auth, not_allowed_token_type, and what the app's settings say is wrong with its token
 */
export function authenticated(slack: Slack, { method, authorization, token: argument }: Claimed): readonly string[] {
  const token = authorization?.replace(/^Bearer /i, "") ?? argument;
  if (token === undefined || token === "") throw new SlackError("not_authed");
  const { botToken, appToken, scopes, appTokenScopes = ["connections:write"], tokenRefusedWith } = slack.app();
  if (token !== botToken && token !== appToken) throw new SlackError("invalid_auth");
  if ((token === appToken) !== (method.token === "app")) throw new SlackError("not_allowed_token_type");
  if (tokenRefusedWith !== undefined) throw new SlackError(tokenRefusedWith);
  return token === appToken ? appTokenScopes : scopes;
}
