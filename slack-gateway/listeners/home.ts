import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import { type MemberId, memberId } from "../../domain/ids.ts";
import { isStaff } from "../is-staff.ts";
import { listOf } from "../my-list.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { openRequests } from "../queue.ts";
import { LIST_MS, type Requests } from "../requests.ts";
import { SOON_IN_A_MESSAGE_MS, soon } from "../soon.ts";
import { homeView, lookingUpHome } from "../views/home.ts";

type Opened = AllMiddlewareArgs & SlackEventMiddlewareArgs<"app_home_opened">;

const mentored = (member: MemberId): string =>
  `Mentor = "${member}" AND RequestStatus IN ("claimed", "held") AND ExecutionStatus = "Running"`;

/** Somebody opens the app's Home tab: they see what concerns them, by their role. */
export const onHomeOpened =
  ({ programme, requests }: { readonly programme: ProgrammeCopy; readonly requests: Requests }) =>
  async ({ event, client }: Opened): Promise<void> => {
    if (event.tab !== "home") return;
    const member = memberId(event.user);
    const staff = isStaff({ member }, programme.current?.people);
    const lookedUp = Promise.all([
      listOf(requests, member, Date.now()),
      requests.list(mentored(member), LIST_MS),
      staff ? openRequests(requests) : undefined,
    ]);
    if (!(await soon(lookedUp, SOON_IN_A_MESSAGE_MS)))
      await client.views.publish({ user_id: member, view: lookingUpHome() });
    const [mine, pairings, queue] = await lookedUp;
    const insights = programme.current?.insights;
    await client.views.publish({
      user_id: member,
      view: homeView({ mine, pairings, ...(staff && { queue, insights }) }, Date.now()),
    });
    await programme.refresh();
  };
