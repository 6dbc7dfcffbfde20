import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import { POLICY_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import { startWorkerProcess } from "../race/worker-process.ts";
import { eventually, type Story, story } from "./story.ts";

/** The usual ladder with seconds for days, in real time: the clock of a request does not jump while no worker runs. */
const IN_SECONDS: Policy = {
  ...DEFAULT_POLICY,
  name: "in seconds",
  waiting: [
    { id: "post", after: "0 seconds", do: "post-to-mentors", again: "each stay" },
    { id: "receipt", after: "0 seconds", do: "send-receipt" },
    { id: "acknowledge", after: "10 seconds", do: "acknowledge-mentee" },
    { id: "bump-1", after: "11 seconds", do: "bump" },
    { id: "bump-2", after: "12 seconds", do: "bump" },
    { id: "coordinator", after: "13 seconds", do: "tell-coordinator" },
    { id: "ceo", after: "14 seconds", do: "tell-ceo" },
    { id: "remind", after: "10 minutes", every: "10 minutes", do: "remind" },
  ],
};

async function isInForce(policy: Policy, { machine }: Story): Promise<void> {
  const programme = machine.client.workflow.getHandle(PROGRAMME_ID);
  await programme.signal(POLICY_SIGNAL, policy);
  await eventually(async () => {
    const state = await programme.query<ProgrammeState>(PROGRAMME_QUERY);
    return state.policy.name === policy.name || undefined;
  }, "the policy to be in force");
  await machine.gateway.stop();
  await (await machine.startGateway()).loaded;
}

story(
  "no worker runs while a whole ladder falls due: afterwards everybody hears once of what is due now",
  async (s) => {
    const [bob, cora, grace] = [s.person("bob"), s.person("cora"), s.person("grace")];
    await isInForce(IN_SECONDS, s);
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.settles();
    await s.machine.worker.stop();
    await delay(11_000);
    expect(s.heard.unspokenOf(), "nobody is told anything meanwhile").toEqual([]);

    const worker = await startWorkerProcess(s.machine.env, "npm run worker");
    await s.channelShows("has been waiting for");
    await bob.receives("We have not forgotten you");
    await cora.receives("nobody has claimed");
    await grace.receives("nobody has claimed");
    const { timeline, done } = await s.requestIs(({ outbox }) => outbox.length === 0);
    const all = IN_SECONDS.waiting.slice(0, -1).map(({ id }) => id);
    expect(done.map(({ step }) => step).toSorted()).toEqual(all.toSorted());
    const merged = timeline.entries.filter(({ what }) => what === "merged");
    expect(merged.map(({ note }) => note)).toEqual(["bump-1"]);
    await delay(2_000);
    await s.machine.startWorker();
    await worker.stop();
  },
);
