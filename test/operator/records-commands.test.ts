import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { FIGURES_AGAIN_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import { isRecorded, reconcile } from "../story/reconciled.ts";
import { eventually, type Story, story } from "../story/story.ts";
import { runCommand } from "./run-command.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-records-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Bob has asked, in words that a spreadsheet would run; Ada has taken it. */
async function bobAndAda(s: Story): Promise<void> {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL", { details: "=HYPERLINK(1) is what I cannot get to work, evenings suit me." });
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.settles();
  await isRecorded(s.machine, s.requestId());
}

story(
  "figures and an export come from the records, with charts, and nothing that a spreadsheet would run",
  async (s) => {
    await bobAndAda(s);
    const { env } = s.machine;
    const json = await runCommand("insights.ts", ["--json"], env);
    expect(JSON.parse(json.out)).toMatchObject({
      requests: 1,
      openNow: 1,
      daysToClaim: { claimed: 1 },
      paired: [{ mentee: "U0BOB", mentor: "Ada Petrov" }],
      skills: [{ skill: "SQL", asked: 1, mentors: 4 }],
    });
    const page = join(folder, "insights.html");
    const text = await runCommand("insights.ts", ["--since", "7d", "--page", page], env);
    expect(text).toMatchObject({ code: 0, out: expect.stringContaining("U0BOB with Ada Petrov: still open") });
    expect((await readFile(page, "utf8")).match(/<svg/g)?.length).toBe(2);
    expect(((await stat(page)).mode & 0o777).toString(8)).toBe("600");
    expect((await runCommand("insights.ts", ["--since", "soon"], env)).code).toBe(1);

    expect((await runCommand("export.ts", ["--to", folder], env)).code).toBe(0);
    expect((await readdir(folder)).filter((file) => file.endsWith(".csv")).toSorted()).toEqual([
      "affiliations.csv",
      "mentor-requests.csv",
      "mentors.csv",
      "pairings.csv",
      "services.csv",
      "skillsets.csv",
    ]);
    const requests = await readFile(join(folder, "mentor-requests.csv"), "utf8");
    expect(requests).toContain("'=HYPERLINK(1) is what");
    expect(requests).toContain("Ada Petrov");
  },
);

/** What `programme` holds for the Home tab, as soon as it is so. */
const figuresHeld = ({ machine }: Story, areSo: (figures: string) => boolean): Promise<true> =>
  eventually(async () => {
    const { insights } = await machine.client.workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY);
    return insights && areSo(JSON.stringify(insights.figures)) ? true : undefined;
  }, "the figures to be read anew");

story("a person is forgotten in the records and in Temporal; what is open is left alone, and said", async (s) => {
  await bobAndAda(s);
  const { env, airtable, client } = s.machine;
  const table = airtable.table(LOCAL.airtableBase, "Mentor Requests");
  await client.workflow.getHandle(PROGRAMME_ID).signal(FIGURES_AGAIN_SIGNAL);
  await figuresHeld(s, (figures) => figures.includes("U0BOB"));
  const open = await runCommand("forget.ts", ["@bob", "--yes"], env);
  expect(open.out).toContain(`Left alone, since they are open: ${s.requestId()}`);
  expect(table.rows()[0]?.fields["Mentee Slack ID"]).toBe("U0BOB");

  await client.workflow.getHandle(s.requestId()).cancel();
  await client.workflow.getHandle(s.requestId()).result();
  await s.person("bob").receives("We have closed your request");
  await s.person("ada").receives("has been closed");
  await s.isListed(`WorkflowId = "${s.requestId()}" AND ExecutionStatus != "Running"`);
  s.request = undefined;
  const said = await runCommand("forget.ts", ["U0BOB"], env);
  expect(said.out).toContain("1 row of Mentor Requests, 1 row of Pairings");
  const done = await runCommand("forget.ts", ["@bob", "--yes"], env);
  expect(done.code).toBe(0);
  expect(done.out).toContain("revision history");
  await figuresHeld(s, (figures) => !figures.includes("U0BOB"));
  expect(JSON.stringify(table.rows().map(({ fields }) => fields))).not.toMatch(/U0BOB|HYPERLINK/);
  expect(table.rows()[0]?.fields).toMatchObject({ Status: "closed", "Mentor Slack ID": "U0ADA" });
  const mentors = airtable.table(LOCAL.airtableBase, "Mentors");
  const row = mentors.rows().find(({ fields }) => fields["Slack ID"] === "U0ADA");
  mentors.edit(row?.id ?? "", { "Slack ID": " U0ADA" });
  mentors.insert({ "Full Name": "Ada P.", Email: "Ada@Example.com" });
  const ada = await runCommand("forget.ts", ["@ada", "--yes"], env);
  expect(ada.out).toContain("2 rows in Mentors");
  expect(JSON.stringify(airtable.tables(LOCAL.airtableBase))).not.toMatch(/U0ADA|ada@example/i);
});

story(
  "a mentor who was forgotten does not come back with the next reconciliation, whatever else it puts right",
  async (s) => {
    await bobAndAda(s);
    const { env, airtable, client } = s.machine;
    const table = airtable.table(LOCAL.airtableBase, "Mentor Requests");
    await client.workflow.getHandle(s.requestId()).cancel();
    await client.workflow.getHandle(s.requestId()).result();
    await s.person("bob").receives("We have closed your request");
    await s.person("ada").receives("has been closed");
    await s.isListed(`WorkflowId = "${s.requestId()}" AND ExecutionStatus != "Running"`);
    const isWithoutAda = () => expect(JSON.stringify(airtable.tables(LOCAL.airtableBase))).not.toContain("U0ADA");

    expect((await runCommand("forget.ts", ["@ada", "--yes"], env)).code).toBe(0);
    isWithoutAda();
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [], open: [] });
    isWithoutAda();

    table.edit(table.rows()[0]?.id ?? "", { "Closed Because": "changed by hand" });
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [s.requestId()] });
    await s.person("cora").receives(`${s.requestId()}: Closed Because`);
    expect(table.rows()[0]?.fields["Closed Because"]).toContain("cancelled");
    isWithoutAda();

    const pairings = airtable.table(LOCAL.airtableBase, "Pairings");
    pairings.edit(pairings.rows()[0]?.id ?? "", { "How It Ended": "changed by hand" });
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [s.requestId()] });
    await s.person("cora").receives(`the pairing ${s.requestId()} 1: How It Ended`);
    expect(pairings.rows()[0]?.fields["How It Ended"]).toBe("closed by the coordinator");
    isWithoutAda();
    s.request = undefined;
  },
);

story(
  "whoever is mentioned in somebody else's open request stays in its row until that is closed, and that is said",
  async (s) => {
    const bob = s.person("bob");
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.settles();
    const request = s.requestId();
    await isRecorded(s.machine, request);
    const { env, airtable, client } = s.machine;
    const rows = () => JSON.stringify(airtable.table(LOCAL.airtableBase, "Mentor Requests").rows());
    expect(rows()).toContain("U0ADA");
    const half = airtable
      .table(LOCAL.airtableBase, "Mentor Requests")
      .insert({ "Mentee Slack ID": "U0ada ", Details: "Half typed." });

    const early = await runCommand("forget.ts", ["@ada", "--yes"], env);
    expect(early.out).toContain(`Their Slack id stays in open requests of other people: ${request}.`);
    expect(early.out).not.toContain("Left alone");
    expect(airtable.table(LOCAL.airtableBase, "Mentor Requests").row(half)?.fields).toEqual({
      "Mentee Slack ID": "forgotten",
    });
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [] });

    await client.workflow.getHandle(request).cancel();
    await client.workflow.getHandle(request).result();
    await bob.receives("We have closed your request");
    await s.isListed(`WorkflowId = "${request}" AND ExecutionStatus != "Running"`);
    s.request = undefined;
    const late = await runCommand("forget.ts", ["@ada", "--yes"], env);
    expect(late.out).toContain("1 row of Mentor Requests");
    expect(late.out).not.toContain("stays in open requests");
    expect(rows()).not.toContain("U0ADA");
  },
);
