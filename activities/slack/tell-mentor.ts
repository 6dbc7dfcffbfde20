import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import { toMentor } from "../../domain/wording/to-mentor.ts";
import { sendDirect } from "./send-direct.ts";
import type { Sending } from "./sending.ts";

type About = Parameters<typeof toMentor>[0];

/** Tells the mentor who took the request, by direct message. */
export const tellMentor =
  ({ slack }: { readonly slack: WebClient }) =>
  (sending: Sending & { readonly about: About; readonly to: MemberId }): Promise<Delivery> => {
    const { briefing, about, to } = sending;
    return sendDirect(slack, sending, { to, audience: "mentor", words: toMentor(about, briefing) });
  };
