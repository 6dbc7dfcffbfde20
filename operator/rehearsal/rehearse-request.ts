import type { RequestId } from "../../domain/ids.ts";
import { holder, type MentorRequest } from "../../domain/request.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { CAST } from "../../local/seed/cast.ts";
import { virtualNow } from "../../local/temporal/time-skipping.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import { applyToProgramme } from "../policy/apply.ts";
import { askForMentor } from "./ask-for-mentor.ts";
import type { Deed, Happening } from "./deed.ts";
import { doDeed } from "./do-deed.ts";
import { hear } from "./hear.ts";
import { Outages } from "./outages.ts";
import { Passing } from "./passing.ts";
import type { Plan } from "./plan.ts";
import { reopenGateway } from "./reopen-gateway.ts";
import type { Ending, Told } from "./told.ts";

/** Plays one request from the form on, through everything that the programme is made of, and tells what is said. */
export async function rehearseRequest(machine: OneMachine, plan: Plan, tell: (told: Told) => void): Promise<Ending> {
  const { policy, posted } = plan;
  if (policy) await applyToProgramme(machine.client, policy);
  const closeGateway = policy || posted ? await reopenGateway(machine, posted?.at) : undefined;
  try {
    const id = await askForMentor(machine, { mentee: plan.mentee, at: posted?.at });
    return await play(machine, id, { plan, tell });
  } finally {
    await closeGateway?.();
  }
}

interface Playing {
  readonly plan: Plan;
  tell(told: Told): void;
}

async function play(machine: OneMachine, id: RequestId, { plan, tell }: Playing): Promise<Ending> {
  const { openedAt } = await stateOf(machine, id);
  const outages = new Outages(machine);
  const now = () => virtualNow(machine.connection, id);
  const hearing = hear(machine.slack, { id, openedAt, now, brokenUntil: () => outages.endedAt }, tell);
  const time = new Passing(machine, { id, openedAt, outages });
  await time.untilAllIsSaid();

  for (const { after, takesPlace } of momentsOf(plan.happenings)) {
    await time.passUntil(after);
    await takesPlace();
    await time.untilAllIsSaid();
  }
  await time.passUntil(plan.until);
  await hearing.end();

  const state = await stateOf(machine, id);
  const by = CAST.find((person) => person.id === holder(state))?.name;
  return { outcome: state.standing.status, ...(by && { by }) };

  /** Everything that happens, in its order: of what breaks down, the end as well. */
  function momentsOf(happenings: readonly Happening[]) {
    return happenings
      .flatMap((one) =>
        "act" in one
          ? [{ after: one.after, takesPlace: () => someoneDoes(one) }]
          : [
              { after: one.after, takesPlace: async () => outages.begin(one) },
              { after: one.until, takesPlace: async () => outages.end(one, await now()) },
            ],
      )
      .sort((a, b) => a.after - b.after);
  }

  async function someoneDoes(deed: Deed): Promise<void> {
    const at = await now();
    const text = await doDeed(machine, { id, now: at }, deed);
    if (text !== undefined) tell({ at: at - openedAt, step: "answer", audience: "claimer", to: deed.who.name, text });
  }
}

function stateOf({ client }: OneMachine, id: RequestId): Promise<MentorRequest> {
  return client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
}
