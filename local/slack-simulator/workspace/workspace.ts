import { initialState } from "../block-kit/state-values.ts";
import type { Home, Modal } from "../block-kit/view.ts";
import { withIds } from "../block-kit/with-ids.ts";
import type { SlackChange } from "../slack-change.ts";
import type { EphemeralMessage, MessageContent, SlackMessage } from "../slack-message.ts";
import type { HomeView, OpenView } from "../slack-view.ts";
import { type Channel, Channels } from "./channels.ts";
import type { KeptWorkspace } from "./kept-workspace.ts";
import { Messages } from "./messages.ts";
import { People } from "./people.ts";
import { ResponseUrls } from "./response-urls.ts";
import { Timestamps } from "./timestamps.ts";
import { TriggerIds } from "./trigger-ids.ts";
import { ViewStacks } from "./view-stacks.ts";

type ChangeBody = SlackChange extends infer C ? (C extends SlackChange ? Omit<C, "seq"> : never) : never;

export interface Posting extends MessageContent {
  readonly channel: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly thread_ts?: string;
  readonly broadcast?: boolean;
}

/** What is in the workspace, and what changes in it. It checks nothing: whoever calls it has done so. */
export class Workspace {
  readonly now: () => number;
  readonly people: People;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly views: ViewStacks;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  readonly #homes: Map<string, HomeView>;
  readonly #timestamps: Timestamps;
  readonly #listeners = new Set<(change: SlackChange) => void>();
  #seq: number;
  #ids: number;

  constructor(kept: KeptWorkspace, now: () => number) {
    this.now = now;
    this.people = new People(kept.users);
    this.channels = new Channels(kept.channels);
    this.messages = new Messages(kept);
    this.triggers = new TriggerIds(now);
    this.responseUrls = new ResponseUrls(now, kept.responseUrls);
    this.#homes = new Map(kept.homes);
    this.#timestamps = new Timestamps(now, kept.counters.micros);
    this.#seq = kept.counters.seq;
    this.#ids = kept.counters.ids;
    this.views = new ViewStacks({ newId: (prefix) => this.newId(prefix), newHash: () => this.newHash() }, kept.stacks);
  }

  toKeep(): KeptWorkspace {
    return {
      version: 1,
      users: this.people.all(),
      channels: this.channels.all(),
      ...this.messages.toKeep(),
      stacks: this.views.all(),
      homes: [...this.#homes],
      responseUrls: this.responseUrls.all(),
      counters: { micros: this.#timestamps.lastMicros, seq: this.#seq, ids: this.#ids },
    };
  }

  onChange(listener: (change: SlackChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  newTs = (): string => this.#timestamps.next();

  newId(prefix: string): string {
    this.#ids += 1;
    return prefix + this.#ids.toString(36).toUpperCase().padStart(8, "0");
  }

  newHash(): string {
    return `${Math.floor(this.now() / 1000)}.${this.newId("").toLowerCase()}`;
  }

  /** The app's direct message with this person, opened if there is none yet. */
  dmWith(user: string, app: string): Channel {
    const open = this.channels.dmWith(user);
    if (open) return open;
    const created = Math.floor(this.now() / 1000);
    const id = this.newId("D");
    return this.channels.put({
      id,
      kind: "im",
      name: "directmessage",
      isArchived: false,
      members: [user, app],
      user,
      created,
    });
  }

  post({ broadcast, blocks, ...content }: Posting): SlackMessage {
    const seq = this.#nextSeq();
    const message = this.messages.add({
      ...content,
      ...(blocks ? { blocks: this.#withIds(blocks) } : {}),
      ...(broadcast ? { subtype: "thread_broadcast" as const } : {}),
      ts: this.newTs(),
      seq,
      updatedSeq: seq,
    });
    this.#tell({ kind: "posted", message }, seq);
    return message;
  }

  /** Replaces the parts that are given. An edit of text or blocks leaves the "edited" mark. */
  update(message: SlackMessage, { blocks, ...content }: Partial<MessageContent>, by: string): SlackMessage {
    const seq = this.#nextSeq();
    const updated = this.messages.put({
      ...message,
      ...content,
      ...(blocks ? { blocks: this.#withIds(blocks) } : {}),
      edited: { user: by, ts: this.newTs() },
      updatedSeq: seq,
    });
    this.#tell({ kind: "updated", message: updated }, seq);
    return updated;
  }

  delete(message: SlackMessage): void {
    const seq = this.#nextSeq();
    this.messages.delete(message, seq);
    this.#tell({ kind: "deleted", message }, seq);
  }

  /** Shows a message to one person. With the `ts` of an earlier one it replaces that. */
  showEphemeral({
    ts,
    blocks,
    ...shown
  }: Omit<EphemeralMessage, "ts" | "seq" | "gone"> & { readonly ts?: string }): EphemeralMessage {
    if (ts !== undefined) this.messages.forgetEphemeral(ts);
    const seq = this.#nextSeq();
    const ephemeral = this.messages.addEphemeral({
      ...shown,
      ...(blocks ? { blocks: this.#withIds(blocks) } : {}),
      ts: ts ?? this.newTs(),
      gone: false,
      seq,
    });
    this.#tell({ kind: "ephemeral", ephemeral }, seq);
    return ephemeral;
  }

  removeEphemeral(ts: string): void {
    const ephemeral = this.messages.forgetEphemeral(ts);
    if (ephemeral) this.#tell({ kind: "ephemeral-gone", ephemeral });
  }

  openView(user: string, modal: Modal): OpenView {
    const view = this.views.push(user, { ...modal, blocks: [...this.#withIds(modal.blocks)] });
    this.#tell({ kind: "view-opened", user, view });
    return view;
  }

  updateView(user: string, { id, modal }: { readonly id: string; readonly modal: Modal }): OpenView {
    const view = this.views.redraw(user, { id, modal: { ...modal, blocks: [...this.#withIds(modal.blocks)] } });
    this.#tell({ kind: "view-updated", user, view });
    return view;
  }

  /** Closes this view and what is on top of it; without an id, all of the person's views. */
  closeViews(user: string, id = this.views.of(user)[0]?.id): readonly OpenView[] {
    const closed = id === undefined ? [] : this.views.closeFrom(user, id);
    for (const view of closed) this.#tell({ kind: "view-closed", user, view });
    return closed;
  }

  home(user: string): HomeView | undefined {
    return this.#homes.get(user);
  }

  publishHome(user: string, home: Home): HomeView {
    const blocks = [...this.#withIds(home.blocks)];
    const id = this.#homes.get(user)?.id ?? this.newId("V");
    const view: HomeView = { ...home, blocks, id, hash: this.newHash(), state: { values: initialState(blocks) } };
    this.#homes.set(user, view);
    this.#tell({ kind: "home-published", user, view });
    return view;
  }

  join(user: string, channel: Channel): void {
    this.channels.put({ ...channel, members: [...channel.members, user] });
    this.#tell({ kind: "joined", user, channel: channel.id });
  }

  leave(user: string, channel: Channel): void {
    this.channels.put({ ...channel, members: channel.members.filter((member) => member !== user) });
    this.#tell({ kind: "left", user, channel: channel.id });
  }

  #withIds(blocks: NonNullable<MessageContent["blocks"]>): ReturnType<typeof withIds> {
    return withIds(blocks, () => this.newId("").toLowerCase());
  }

  #nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  #tell(change: ChangeBody, seq = this.#nextSeq()): void {
    for (const listener of [...this.#listeners]) listener({ ...change, seq });
  }
}
