import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import type { MenteeAbout } from "../../domain/outbox.ts";
import { type Spoken, toMentee } from "../../domain/wording/to-mentee.ts";
import type { People } from "../../workflows/contract.ts";
import { sendDirect } from "./send-direct.ts";
import type { Sending } from "./sending.ts";

type ToMentee = Sending & Spoken & { readonly about: MenteeAbout };

/** Tells the member who asked, by direct message. */
export const tellMentee =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  (sending: ToMentee): Promise<Delivery> => {
    const { briefing, about } = sending;
    return sendDirect(slack, sending, {
      to: briefing.mentee,
      audience: "mentee",
      words: toMentee(about, briefing, { ...sending, ...people }),
    });
  };
