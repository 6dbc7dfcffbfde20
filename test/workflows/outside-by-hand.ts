import { ApplicationFailure } from "@temporalio/activity";
import { reckonDueTimes } from "../../activities/calendar/reckon-due-times.ts";
import type { Activities } from "../../activities/index.ts";
import type { KnownMentor } from "../../domain/claim.ts";
import type { Delivery } from "../../domain/delivered.ts";
import { channelId, type MemberId, memberId } from "../../domain/ids.ts";
import type { Message } from "../../domain/outbox.ts";

/** What the workflow of a request does outside. */
export type Outside = Pick<
  Activities,
  | "postRequest"
  | "mentionMentors"
  | "bumpPost"
  | "drawCard"
  | "tellMentee"
  | "tellMentor"
  | "answerClaimers"
  | "tellCoordinator"
  | "tellCeo"
  | "recordRequest"
  | "lookUpMentor"
  | "reckonDueTimes"
>;

export interface Said {
  readonly key: string;
  readonly step: string;
  readonly audience: Message["audience"];
  readonly about: string;
}

/** How the world outside is; anything may be changed while a request runs. */
export interface World {
  /** Whom a post or a bump mentions; thrown while the records cannot be read. */
  mentors: readonly MemberId[] | "unknown";
  check: KnownMentor | "unknown";
  /** Who cannot be reached. */
  gone: readonly MemberId[];
  slackIsDown: boolean;
  airtableIsDown: boolean;
}

/** A world outside that is one object, and remembers in order what it was told. */
export class OutsideByHand {
  readonly said: Said[] = [];
  readonly drawn: string[] = [];
  readonly recorded: string[] = [];
  readonly world: World = {
    mentors: ["U0ADA", "U0KEN"].map(memberId),
    check: { enrolled: true, paused: false, full: false, separated: false },
    gone: [],
    slackIsDown: false,
    airtableIsDown: false,
  };
  #ts = 0;

  readonly activities: Outside = {
    postRequest: async ({ key, step, onlyLook }) => (onlyLook ? this.#lookFor(key) : this.#mention(key, step, "post")),
    mentionMentors: async ({ key, step }) => this.#mention(key, step, "mention"),
    bumpPost: async ({ key, step }) => this.#mention(key, step, "bump"),
    tellMentee: async ({ key, step, about }) => this.#tell({ key, step, audience: "mentee", about }),
    tellMentor: async ({ key, step, about, to }) => {
      this.#slack();
      if (this.world.gone.includes(to)) return { unreachable: to, because: "user_disabled" };
      return this.#tell({ key, step, audience: "mentor", about });
    },
    tellCoordinator: async ({ key, step, about, onlyLook }) => {
      if (this.world.gone.includes(memberId("U0CORA")))
        return { unreachable: memberId("U0CORA"), because: "user_disabled" };
      return onlyLook ? this.#lookFor(key) : this.#tell({ key, step, audience: "coordinator", about });
    },
    tellCeo: async ({ key, step, about, onlyLook }) =>
      onlyLook ? this.#lookFor(key) : this.#tell({ key, step, audience: "ceo", about }),
    answerClaimers: async ({ messages }) => {
      this.#slack();
      this.said.push(...messages.map(({ key, step, about }) => ({ key, step, about, audience: "claimer" }) as const));
    },
    drawCard: async ({ post, card }) => {
      this.#slack();
      this.drawn.push(`${post.ts} ${card.status}`);
    },
    recordRequest: async ({ status }) => {
      this.#airtable();
      this.recorded.push(status);
    },
    lookUpMentor: async () => {
      this.#airtable();
      if (this.world.check === "unknown") throw down("airtable");
      return this.world.check;
    },
    reckonDueTimes,
  };

  #tell(said: Said): Delivery {
    this.#slack();
    this.said.push(said);
    return { delivered: { channel: channelId("C0MENTORS"), ts: this.#next() } };
  }

  #mention(key: string, step: string, about: string): Delivery {
    const { mentors, airtableIsDown } = this.world;
    if (about === "mention" && (mentors === "unknown" || airtableIsDown)) throw down("airtable");
    return {
      ...this.#tell({ key, step, audience: "mentors", about }),
      mentioned: airtableIsDown ? "unknown" : mentors,
    };
  }

  /** Whether it stands there already; nothing is said. */
  #lookFor(key: string): Delivery {
    this.#slack();
    if (!this.said.some((one) => one.key === key)) return { overtaken: true };
    return { delivered: { channel: channelId("C0MENTORS"), ts: this.#next() } };
  }

  #next(): string {
    this.#ts += 1;
    return `${1_772_000_000 + this.#ts}.000100`;
  }

  #slack(): void {
    if (this.world.slackIsDown) throw down("slack");
  }

  #airtable(): void {
    if (this.world.airtableIsDown) throw down("airtable");
  }
}

const down = (what: string) => ApplicationFailure.create({ type: `${what}: no answer`, message: `${what} is down` });
