import { afterAll, beforeAll, beforeEach, test } from "vitest";
import { claimRace, MENTEES, MOMENTS } from "./claim-race.ts";
import { startRaceMachine } from "./race-machine.ts";

/** So many races one after the other on one machine, with a worker killed at another moment each time. */
export function races(times: number): void {
  let race: Awaited<ReturnType<typeof startRaceMachine>>;
  beforeAll(async () => {
    race = await startRaceMachine();
  });
  beforeEach(() => race.workers.fillUp(), 60_000);
  afterAll(async () => {
    await race.workers.stop();
    await race.machine.stop();
  });

  const all = MENTEES.slice(0, times).map((mentee, i) => ({
    mentee,
    killed: MOMENTS[i % MOMENTS.length] ?? MOMENTS[0],
  }));
  test.each(all)("$killed ($mentee.name)", { timeout: 180_000 }, ({ mentee, killed }) =>
    claimRace(race.machine, race.workers, { mentee, killed }),
  );
}
