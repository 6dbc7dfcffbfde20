import type { Slack } from "../slack.ts";
import type { HomeView, OpenView } from "../slack-view.ts";
import type { Body } from "./method.ts";

/** A view as the API and payloads show it. https://docs.slack.dev/reference/objects/view-object */
export function shownView(slack: Slack, view: OpenView | HomeView): Body {
  const { rootViewId, previousViewId, ...rest } =
    view.type === "modal" ? view : { ...view, rootViewId: view.id, previousViewId: undefined };
  const { id: appId, botId } = slack.app();
  return {
    team_id: slack.team.id,
    private_metadata: "",
    callback_id: "",
    external_id: "",
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...rest,
    root_view_id: rootViewId,
    previous_view_id: previousViewId ?? null,
    app_id: appId,
    app_installed_team_id: slack.team.id,
    bot_id: botId,
  };
}
