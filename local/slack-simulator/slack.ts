import type { Faults } from "../network-simulator/faults.ts";
import type { Delivery, DeliveryOptions } from "./delivery/delivery.ts";
import type { Outgoing } from "./delivery/outgoing.ts";
import type { SlackAppSettings, SlackSeed } from "./slack-seed.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** What all parts of the simulator share. */
export interface Slack {
  readonly workspace: Workspace;
  readonly team: SlackSeed["team"];
  readonly faults: Faults;
  /** As it is now: scopes and tokens can change while the simulator runs. */
  app(): SlackAppSettings & { readonly id: string; readonly botId: string };
  url(): string;
  /** Resolves when all that has changed is on disk, if it is kept at all. */
  save(): Promise<void>;
  /** Notes what no documented app would do. */
  complain(problem: string): void;
  deliver(outgoing: Outgoing, options?: DeliveryOptions): Promise<Delivery>;
  /** An address for a new Socket Mode connection; it can be used once. */
  socketUrl(): string;
}
