import { isRequestId } from "../../../domain/ids.ts";
import type { OneMachine } from "../../one-machine.ts";
import { looks } from "../live/part.ts";
import type { Place } from "../place.ts";
import { readerOf } from "../slack/reader.ts";
import type { SlackApp, Slots } from "../slack/screen.tsx";
import { airtableSlots } from "./airtable-parts.tsx";
import { onShow } from "./airtable-table.ts";
import type { Forward } from "./forward.ts";
import { listRequests, lookInto } from "./look-into.ts";
import { RequestPanel } from "./request-panel.tsx";
import type { Switches } from "./switches.ts";
import { SwitchesView } from "./switches-view.tsx";

interface Behind {
  readonly machine: OneMachine;
  readonly app: SlackApp;
  readonly switches: Switches;
  readonly forward: Forward;
  readonly place: Place;
}

/** What stands beside the conversation, and above it. */
export async function behindSlots(behind: Behind): Promise<Slots> {
  const { machine, switches, place } = behind;
  const wrong = { wrong: [looks("switches", <SwitchesView switches={switches} />)] };
  if (place.thread) return wrong;
  if (place.beside === "airtable") return { ...wrong, ...airtableSlots(onShow(machine.airtable, place.table), place) };
  return { ...wrong, ...(await requestSlots(behind)) };
}

async function requestSlots({ machine, app, switches, forward, place }: Behind): Promise<Slots> {
  const listed = await listRequests(machine);
  const id = place.request ?? listed[0]?.id;
  if (!isRequestId(id)) return { beside: [looks("request", <Nothing />)] };
  const isWorking = switches.is("worker") === "up";
  const look = await lookInto(machine, id, isWorking);
  const { uiUrl, namespace } = machine.temporal;
  const panel = (
    <RequestPanel
      look={look}
      listed={listed}
      reader={readerOf(machine.slack, place, app)}
      temporalPage={`${uiUrl}/namespaces/${namespace}/workflows/${id}`}
      skipping={forward.underWay(id)}
      isWorking={isWorking}
      realNow={Date.now()}
    />
  );
  return { beside: [looks("request", panel)] };
}

function Nothing() {
  return (
    <p className="note">
      Nobody has asked for anything yet. As a member, type <code>/mentor</code> below the messages.
    </p>
  );
}
