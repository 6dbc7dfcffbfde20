import { randomUUID } from "node:crypto";
import { Context } from "@temporalio/activity";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { requestId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import type { MentorRequest, Outcome } from "../../domain/request.ts";
import { fastForward, SkippingClient, virtualNow } from "../../local/temporal/time-skipping.ts";
import { HEARTBEATS_APART } from "../../worker/create-worker.ts";
import { MENTOR_REQUEST, type MentorRequestInput, REQUEST_QUERY } from "../../workflows/contract.ts";
import { aRequest } from "../domain/a-request.ts";
import { eventually } from "../story/story.ts";
import { type Outside, OutsideByHand } from "./outside-by-hand.ts";

interface Opening {
  readonly policy?: Policy;
  readonly outside?: OutsideByHand;
}

/** The real workflow on the real server, each request with a world outside that is made by hand. */
export class RunningRequests {
  readonly connection: Connection;
  readonly client: Client;
  readonly #skipping: SkippingClient;
  readonly #taskQueue: string;
  readonly #outsides: Map<string, OutsideByHand>;
  readonly end: () => Promise<void>;

  static async on(address: string, bundle: string): Promise<RunningRequests> {
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const taskQueue = `by-hand-${randomUUID()}`;
    const outsides = new Map<string, OutsideByHand>();
    const worker = await Worker.create({
      connection: native,
      taskQueue,
      activities: ofEach(outsides),
      defaultHeartbeatThrottleInterval: HEARTBEATS_APART,
      workflowBundle: { codePath: bundle },
    });
    const run = worker.run();
    return new RunningRequests(connection, { taskQueue, outsides }, async () => {
      worker.shutdown();
      await run;
      await native.close();
      await connection.close();
    });
  }

  private constructor(
    connection: Connection,
    { taskQueue, outsides }: { taskQueue: string; outsides: Map<string, OutsideByHand> },
    end: () => Promise<void>,
  ) {
    this.connection = connection;
    this.client = new Client({ connection });
    this.#skipping = new SkippingClient({ connection, fastForwardAtStartMs: 1 });
    this.#taskQueue = taskQueue;
    this.#outsides = outsides;
    this.end = end;
  }

  /** Opens a request whose clock goes on as usual, but for what `passes`. */
  async open({ policy, outside = new OutsideByHand() }: Opening = {}): Promise<RunningRequest> {
    const id = requestId(`request-by-hand-${randomUUID()}`);
    this.#outsides.set(id, outside);
    const { mentee, asked, policy: usual } = aRequest();
    const input: MentorRequestInput = { opened: { id, mentee, asked, policy: policy ?? usual } };
    await this.#skipping.start(MENTOR_REQUEST, { workflowId: id, taskQueue: this.#taskQueue, args: [input] });
    return new RunningRequest(this, id, outside);
  }
}

/** Each activity, done by the world outside of the request that asks for it. */
function ofEach(outsides: ReadonlyMap<string, OutsideByHand>): Outside {
  const names = Object.keys(new OutsideByHand().activities) as (keyof Outside)[];
  const dispatch = (name: keyof Outside) => (input: never) => {
    const id = Context.current().info.workflowExecution?.workflowId ?? "";
    const outside = outsides.get(id) ?? new OutsideByHand();
    return (outside.activities[name] as (input: never) => Promise<unknown>)(input);
  };
  return Object.fromEntries(names.map((name) => [name, dispatch(name)])) as unknown as Outside;
}

/** One of them. */
export class RunningRequest {
  readonly id: string;
  readonly outside: OutsideByHand;
  readonly #all: RunningRequests;

  constructor(all: RunningRequests, id: string, outside: OutsideByHand) {
    this.#all = all;
    this.id = id;
    this.outside = outside;
  }

  get handle() {
    return this.#all.client.workflow.getHandle<(input: MentorRequestInput) => Promise<Outcome>>(this.id);
  }

  state(): Promise<MentorRequest> {
    return this.handle.query<MentorRequest>(REQUEST_QUERY);
  }

  /** Somebody does something; the state, once it was decided. */
  async act(name: string, payload: unknown): Promise<void> {
    await this.handle.signal(name, payload);
  }

  async passes(ms: number): Promise<"reached" | "ended"> {
    return fastForward(this.#all.connection, this.id, ms);
  }

  now(): Promise<number> {
    return virtualNow(this.#all.connection, this.id);
  }

  /** The state, once it is so. */
  async is(look: (state: MentorRequest) => boolean): Promise<MentorRequest> {
    return eventually(async () => {
      const state = await this.state();
      return look(state) ? state : undefined;
    }, "the request to be as expected");
  }
}
