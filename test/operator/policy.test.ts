import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY } from "../../domain/duration.ts";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import { nextStep } from "../../domain/steps.ts";
import { story } from "../story/story.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-policy-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
}

function policyCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "operator/policy.ts", ...args];
    execFile(process.execPath, command, { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr }),
    );
  });
}

async function file(name: string, policy: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof policy === "string" ? policy : JSON.stringify(policy));
  return path;
}

const patient: Policy = {
  ...DEFAULT_POLICY,
  name: "patient",
  waiting: DEFAULT_POLICY.waiting.map((step) =>
    step.id === "acknowledge" ? { ...step, after: "2 days 12 hours" } : step,
  ),
};

test("a policy that can be used is said to be so, and a missing CEO is worth a second look", async () => {
  const waiting = DEFAULT_POLICY.waiting.filter((step) => step.do !== "tell-ceo");
  const { code, out } = await policyCommand(["check", await file("no-ceo.json", { ...DEFAULT_POLICY, waiting })]);
  expect(code).toBe(0);
  expect(out).toContain("no step that tells the CEO");
  expect(out).toContain("can be used");
});

test("a policy that cannot be used is refused with every problem, and the command fails", async () => {
  const waiting = [
    { id: "post", after: "0 minutes", do: "post-to-mentors", again: "each stay" },
    { id: "later", after: "5 days", do: "bump" },
    { id: "sooner", after: "3 days", do: "shout" },
    { id: "remind", after: "7 days", every: "0 days", do: "remind" },
  ];
  const { code, out } = await policyCommand([
    "check",
    await file("wrong.json", { ...DEFAULT_POLICY, waiting, mentionsAtMost: 0 }),
  ]);
  expect(code).toBe(1);
  expect(out).toContain("because of 4 problems");
  expect(out).toContain("comes after a step with a later time");
  expect(out).toContain('there is no deed "shout"');
  expect(out).toContain("every is not a time of at least a minute");
  expect(out).toContain("mentionsAtMost is not a whole number from 1 to 20");
});

test("a calendar with so few working days that a step is never reached is refused, since no step would be", async () => {
  const calendar = { kind: "working", timeZone: "America/New_York", days: [6], from: "09:00", to: "17:00" };
  const seldom = DEFAULT_POLICY.waiting.map((step) => (step.every ? { ...step, every: "180 days" } : step));
  const policy = { ...DEFAULT_POLICY, calendar, waiting: seldom };
  const { code, out } = await policyCommand(["check", await file("saturdays.json", policy)]);
  expect([code, out]).toEqual([1, expect.stringContaining("too few working days")]);
  const often = await file("saturdays-often.json", { ...DEFAULT_POLICY, calendar });
  expect((await policyCommand(["check", often])).code).toBe(0);
});

test("a zone that does not exist, a file that is not JSON, and a file that is not there are said plainly", async () => {
  const calendar = { kind: "working", timeZone: "Mars/Base", days: [1], from: "09:00", to: "17:00" };
  expect((await policyCommand(["check", await file("zone.json", { ...DEFAULT_POLICY, calendar })])).out).toContain(
    "Mars/Base",
  );
  expect((await policyCommand(["check", await file("text.json", "waiting: soon")])).out).toContain("is not JSON");
  expect((await policyCommand(["check", join(folder, "none.json")])).out).toContain("cannot be read (ENOENT)");
});

story("a policy is previewed and applied to an open request, and its timeline says who did it", async (s) => {
  const bob = s.person("bob");
  const cora = s.person("cora");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  const path = await file("patient.json", patient);

  const previewed = await policyCommand(["preview", path], s.machine.env);
  expect(previewed.out).toContain(s.requestId());
  expect(previewed.out).toMatch(/acknowledge +20.* → 20.* \(12 hours later\)/);
  expect(previewed.out).toMatch(/bump-1 +20.*, as before/);
  expect(previewed.out).not.toContain("receipt");

  const applied = await policyCommand(["apply", path, "--open", "--by", cora.id], s.machine.env);
  expect(applied).toEqual({ code: 0, out: expect.stringContaining("goes by it as well") });
  const changed = await s.requestIs(({ policy }) => policy.name === "patient");
  expect(changed.timeline.entries).toContainEqual(
    expect.objectContaining({ by: cora.id, what: "apply-policy", note: "patient" }),
  );
  expect(Math.round(((nextStep(changed)?.at ?? 0) - changed.openedAt) / (DAY / 2))).toBe(5);

  await s.daysPass(2.1);
  await s.daysPass(0.5);
  await bob.receives("We have not forgotten you");
  expect((await policyCommand(["show"], s.machine.env)).out).toContain('"name": "patient"');
});

story("a policy that is put back on the same day is in force again, as the command says", async (s) => {
  await s.person("bob").asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await s.person("bob").receives("we have your request");
  const other = await file("other.json", { ...DEFAULT_POLICY, name: "other" });
  const paths = [await file("patient-again.json", patient), other, await file("patient-again.json", patient)];
  for (const [i, name] of ["patient", "other", "patient"].entries()) {
    const args = ["apply", paths[i] ?? "", "--open", "--by", s.person("cora").id];
    expect((await policyCommand(args, s.machine.env)).out).toContain("goes by it as well");
    await s.requestIs(({ policy }) => policy.name === name);
  }
});
