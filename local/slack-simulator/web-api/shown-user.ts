import type { Slack } from "../slack.ts";
import type { SeedUser } from "../slack-seed.ts";
import type { Body } from "./method.ts";

/** https://docs.slack.dev/reference/objects/user-object */
export function shownUser(slack: Slack, user: SeedUser, includeLocale = false): Body {
  const realName = user.realName ?? user.name;
  const withEmail = slack.app().scopes.includes("users:read.email") && user.email !== undefined;
  return {
    id: user.id,
    team_id: slack.team.id,
    name: user.name,
    deleted: user.deactivated ?? false,
    ...(user.deactivated ? {} : { real_name: realName, ...timeZone(user.tz ?? "UTC", slack.workspace.now()) }),
    profile: {
      real_name: realName,
      real_name_normalized: realName,
      display_name: user.name,
      display_name_normalized: user.name,
      first_name: realName.split(" ")[0],
      ...(withEmail ? { email: user.email } : {}),
      team: slack.team.id,
    },
    is_bot: user.isBot ?? false,
    is_app_user: false,
    is_admin: user.isAdmin ?? false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: 0,
    ...(includeLocale ? { locale: user.locale ?? "en-US" } : {}),
  };
}

function timeZone(tz: string, now: number): Body {
  const named = (timeZoneName: "long" | "longOffset"): string =>
    new Intl.DateTimeFormat("en-US", { timeZone: tz, timeZoneName })
      .formatToParts(now)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(named("longOffset")) ?? [];
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60;
  return { tz, tz_label: named("long"), tz_offset: sign === "-" ? -seconds : seconds };
}
