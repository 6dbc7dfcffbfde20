import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { type MemberId, memberId, type RequestId, requestId } from "../domain/ids.ts";
import { type OneMachine, startOneMachine } from "../local/one-machine.ts";
import { quietTemporal } from "../local/quiet-temporal.ts";
import { LOCAL } from "../local/seed/local-settings.ts";
import {
  MENTOR_REQUEST,
  PROGRAMME_ID,
  PROGRAMME_QUERY,
  type ProgrammeState,
  startOfRequest,
} from "../workflows/contract.ts";
import type { BareActivities } from "./bare-workflow.ts";
import { ms, spread } from "./spread.ts";

const ROUNDS = 30;
const WARM_UP = 3;
const [BOB, ADA] = [memberId("U0BOB"), memberId("U0ADA")];
const BARE_QUEUE = "bare";

/** From the form to the card, and from the press to the member's message, each beside a bare workflow's. */
async function main(): Promise<void> {
  quietTemporal();
  const machine = await startOneMachine({ progress: () => undefined });
  const bare = await startBare(machine);
  const { client } = machine;
  try {
    const wish = await aWish(client);
    const [ours, theirs]: Round[][] = [[], []];
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      const [here, there] = [await oneRequest(machine, wish), await bare.one()];
      if (round < WARM_UP) continue;
      ours?.push(here);
      theirs?.push(there);
    }
    console.log(`a request, ${ROUNDS} rounds, on a server, Slack and Airtable of this machine:`);
    for (const part of ["toPost", "toClaim"] as const) {
      const [here, there] = [ours, theirs].map((rounds = []) => spread(rounds.map((round) => round[part])));
      if (!here || !there) continue;
      console.log(`  ${PARTS[part]}`);
      console.log(`    here              median ${ms(here.median)}, 95 % ${ms(here.most)}`);
      console.log(`    a bare workflow   median ${ms(there.median)}, 95 % ${ms(there.most)}`);
      console.log(`    ratio             ${(here.median / there.median).toFixed(1)}`);
    }
  } finally {
    await bare.close();
    await machine.stop();
  }
}

/** In milliseconds. */
interface Round {
  readonly toPost: number;
  readonly toClaim: number;
}

const PARTS: { readonly [part in keyof Round]: string } = {
  toPost: "from the form to the card",
  toClaim: "from the press to the member's message",
};

/** What Bob asks for each time, as the programme offers it. */
async function aWish(client: Client) {
  const { catalogue, policy } = await client.workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY);
  const [service] = catalogue?.services ?? [];
  const skill = catalogue?.skills.find(({ name }) => name === "SQL");
  if (!service || !skill) throw new Error("The programme offers no SQL: look at the seed in local/seed/catalogue.ts.");
  return { mentee: BOB, policy, asked: { service, skills: [skill], details: "My first real query takes a minute." } };
}

async function oneRequest({ client, slack }: OneMachine, wish: Awaited<ReturnType<typeof aWish>>): Promise<Round> {
  const id = requestId(`request-sql-${randomUUID().slice(0, 8)}`);
  const isOf = (text: unknown) => JSON.stringify(text ?? "").includes(id);
  const toPost = await timed(async () => {
    await client.workflow.start(MENTOR_REQUEST, startOfRequest({ id, ...wish }));
    await slack.when(() => slack.messages(LOCAL.mentorsChannel).some(({ blocks }) => isOf(blocks)), {
      for: "the card",
    });
  });
  const told = slack.dm(BOB).length;
  const toClaim = await timed(async () => {
    await signal(client, id, "claim", { pressedAt: Date.now() }, ADA);
    await slack.when(
      () =>
        slack
          .dm(BOB)
          .slice(told)
          .some(({ text }) => text?.includes("will be your mentor")),
      {
        for: "the member to be told",
      },
    );
  });
  // So that Ada is never full, and nothing goes on beside the next one.
  await signal(client, id, "withdraw", {}, BOB);
  await client.workflow.getHandle(id).result();
  return { toPost, toClaim };
}

const signal = (client: Client, id: RequestId, act: "claim" | "withdraw", more: object, by: MemberId): Promise<void> =>
  client.workflow
    .getHandle(id)
    .signal(act, { by, as: act === "claim" ? "mentor" : "mentee", actionId: randomUUID(), ...more });

async function startBare({ client, temporal }: OneMachine) {
  const said = new EventEmitter();
  const activities: BareActivities = { say: async (what) => void said.emit(what) };
  const connection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({
    connection,
    taskQueue: BARE_QUEUE,
    workflowsPath: fileURLToPath(new URL("bare-workflow.ts", import.meta.url)),
    activities,
  });
  const running = worker.run();
  return {
    async one(): Promise<Round> {
      const workflowId = randomUUID();
      const isSaid = (what: string) => once(said, what);
      const toPost = await timed(async () => {
        const posted = isSaid("posted");
        await client.workflow.start("bare", { workflowId, taskQueue: BARE_QUEUE });
        await posted;
      });
      const toClaim = await timed(async () => {
        const claimed = isSaid("claimed");
        await client.workflow.getHandle(workflowId).signal("claim");
        await claimed;
      });
      await client.workflow.getHandle(workflowId).result();
      return { toPost, toClaim };
    },
    async close(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
