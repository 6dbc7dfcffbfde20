import { expect } from "vitest";
import { requestId } from "../../domain/ids.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { MENTOR_REQUEST, type MentorRequestInput, TASK_QUEUE } from "../../workflows/contract.ts";
import { isRecorded, reconcile } from "./reconciled.ts";
import { type Story, story } from "./story.ts";

const table = ({ machine }: Story, name: string) => machine.airtable.table(LOCAL.airtableBase, name);
const rowOf = (s: Story, name: string, column: string, value: string) => {
  const row = table(s, name)
    .rows()
    .find(({ fields }) => fields[column] === value);
  if (!row) throw new Error(`There is no row of ${name} with ${value}.`);
  return row;
};

const TYPED = {
  "Mentee Slack ID": "U0BOB",
  Service: ["Code review"],
  Skillsets: ["SQL"],
  Details: "Typed by Cora while the bot was down.",
};

story("a request that staff typed while the bot was down runs once; half-typed rows are left alone", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  await s.machine.worker.stop();
  const typed = table(s, "Mentor Requests").insert({ ...TYPED, Status: "new" });
  const half = table(s, "Mentor Requests").insert({ ...TYPED, Details: null });
  const incomplete = table(s, "Mentor Requests").insert({ ...TYPED, Details: null, Status: "new" });
  await s.machine.startWorker();

  const { started } = await reconcile(s.machine);
  expect(started.length).toBe(1);
  await s.channelShows("Typed by Cora");
  await bob.receives("we have your request");
  const report = await cora.receives("typed into the records, and run now");
  expect(report.text).toContain(`The row ${incomplete} has the status \`new\`, but lacks Details`);
  expect(report.text).not.toContain(half);

  await s.recordIs((fields) => fields.Status === "waiting" && fields["Request ID"] === started[0]);
  expect(rowOf(s, "Mentor Requests", "Request ID", started[0] ?? "").id).toBe(typed);
  await isRecorded(s.machine, started[0] ?? "");
  expect(await reconcile(s.machine)).toMatchObject({ started: [], putRight: [] });
  await cora.receives("lacks Details");
  expect(table(s, "Mentor Requests").rows().length).toBe(3);
});

story("a row that cannot run, and a request that stands still, are named, and hold up nothing else", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  const nameless = table(s, "Skillsets").insert({});
  const requests = table(s, "Mentor Requests");
  const wrong = requests.insert({ ...TYPED, Status: "new" });
  requests.edit(wrong, { Skillsets: [nameless] });
  requests.insert({ ...TYPED, Status: "new" });
  const still = requestId("request-that-stands-still");
  const input = {} as unknown as MentorRequestInput;
  const { client } = s.machine;
  await client.workflow.start(MENTOR_REQUEST, { workflowId: still, taskQueue: TASK_QUEUE, args: [input] });
  await s.isListed(`WorkflowId = "${still}"`);

  const { started, open } = await reconcile(s.machine);
  expect(started.length).toBe(1);
  expect(open).toEqual([`not-started ${wrong}`, `silent ${still}`]);
  await s.channelShows("Typed by Cora");
  await bob.receives("we have your request");
  const { text } = await cora.receives("were compared");
  expect(text).toContain(
    `The row ${wrong} has the status \`new\`, but chooses a service or a skill set that has no name`,
  );
  expect(text).toContain(`${still} does not answer`);
  await client.workflow.getHandle(still).terminate();
});

story("rows of mentors that count for nobody, and columns that were renamed, are told to staff once", async (s) => {
  const cora = s.person("cora");
  const mentors = table(s, "Mentors");
  const nobody = mentors.insert({ "Full Name": "Nora", Active: true });
  mentors.insert({ "Full Name": "Long gone" });
  mentors.insert({});
  const twin = mentors.insert({ "Full Name": "Ada Again", "Slack ID": "U0ADA", Active: true });
  const nameless = mentors.insert({ "Slack ID": "U0NIA", Active: true, Skillsets: ["SQL"] });
  const blank = table(s, "Skillsets").insert({});
  const known = table(s, "Skillsets").insert({ Name: "COBOL" });
  const fran = rowOf(s, "Mentors", "Slack ID", "U0FRAN").id;
  mentors.edit(fran, { Skillsets: [blank, known] });
  mentors.edit(rowOf(s, "Mentors", "Slack ID", "U0TIM").id, { "Full Name": null, Skillsets: [blank] });
  table(s, "Mentor Requests").renameField("Status", "State");

  const { open } = await reconcile(s.machine);
  const { text } = await cora.receives("were compared");
  expect(text).toContain(`The mentor's row ${nobody} counts for nobody: it has neither a \`Slack ID\``);
  expect(text).toContain(`The mentor's row ${twin} counts for nobody: another row has the same`);
  expect(text).toContain(`The mentor's row ${nameless} counts for nobody: it has no name. Fill in the \`Full Name\`.`);
  expect(text).toContain(
    `The mentor's row ${fran} has a skill that is not in Skillsets, or has no name there: ${blank}.`,
  );
  expect(text).toContain("The column `Status` of Mentor Requests is called `State` now.");
  expect(open.length).toBe(6);

  await s.person("bob").asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await s.person("bob").receives("we have your request");
  await s.recordIs(({ State }) => State === "waiting");
});

story("a claim that staff record by hand counts, and other changes are put right and reported", async (s) => {
  const [bob, ada, carla, cora] = [s.person("bob"), s.person("ada"), s.person("carla"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.recordIs((fields) => fields["Mentee Slack ID"] === "U0BOB");
  const bobs = s.requestId();
  await carla.asksForHelpWith("Go");
  await s.channelShows("Go");
  await carla.receives("we have your request");
  await s.recordIs((fields) => fields["Mentee Slack ID"] === "U0CARLA" && fields["Steps Done"] !== undefined);
  const carlas = s.requestId();
  await s.settles();
  for (const request of [bobs, carlas]) await isRecorded(s.machine, request);
  table(s, "Mentor Requests").addField({ name: "Notes", type: "multilineText" });
  const claimed = rowOf(s, "Mentor Requests", "Request ID", bobs).id;
  const changed = rowOf(s, "Mentor Requests", "Request ID", carlas).id;
  table(s, "Mentor Requests").edit(claimed, { Mentor: ["Ada Petrov"], Notes: "Ada said yes on the phone" });
  table(s, "Mentor Requests").edit(changed, { Status: "closed", Details: "", Notes: "ours" });

  expect(await reconcile(s.machine)).toMatchObject({ claimed: [bobs], putRight: [carlas] });
  await ada.receives("given you");
  await bob.receives("will be your mentor");
  const report = await cora.receives("These claims were recorded there");
  expect(report.text).toMatch(new RegExp(`${carlas}: .*Details.*Status|${carlas}: .*Status.*Details`));
  await s.recordIs((fields) => fields["Mentor Slack ID"] === ada.id && fields.Status === "claimed");
  await s.recordIs((fields) => fields["Request ID"] === carlas && fields.Status === "waiting");
  expect(table(s, "Mentor Requests").row(claimed)?.fields.Notes).toBe("Ada said yes on the phone");
  expect(table(s, "Mentor Requests").row(changed)?.fields.Notes).toBe("ours");
  for (const request of [bobs, carlas]) await isRecorded(s.machine, request);
  expect(await reconcile(s.machine)).toMatchObject({ started: [], claimed: [], putRight: [] });
});

story("a claim recorded by hand that the request refuses is said to count for nothing", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await isRecorded(s.machine, s.requestId());
  table(s, "Mentors").insert({ "Full Name": "Bob", "Slack ID": bob.id, Active: true });
  table(s, "Mentor Requests").edit(rowOf(s, "Mentor Requests", "Request ID", s.requestId()).id, {
    "Mentor Slack ID": bob.id,
  });

  expect(await reconcile(s.machine)).toMatchObject({ claimed: [], open: [] });
  const { text } = await cora.receives("This needs somebody");
  expect(text).toContain(`The claim of <@${bob.id}> that was recorded for ${s.requestId()} does not count`);
  expect(text).not.toContain("and count");
  await s.recordIs((fields) => fields.Status === "waiting" && fields["Mentor Slack ID"] === undefined);
});

story("a claim recorded by hand for a name instead of a mentor is said to count for nothing, and why", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await isRecorded(s.machine, s.requestId());
  table(s, "Mentor Requests").edit(rowOf(s, "Mentor Requests", "Request ID", s.requestId()).id, {
    "Mentor Slack ID": "Ada Petrov",
  });

  expect(await reconcile(s.machine)).toMatchObject({ claimed: [], open: [] });
  const { text } = await cora.receives("This needs somebody");
  expect(text).toContain(`The claim that was recorded for ${s.requestId()} does not count`);
  await s.recordIs((fields) => fields.Status === "waiting" && fields["Mentor Slack ID"] === undefined);
});

story("a request whose service staff have removed is written all the same, and put right no more", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await isRecorded(s.machine, s.requestId());
  table(s, "Services").remove(rowOf(s, "Services", "Name", "Code review").id);
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.recordIs((fields) => fields.Status === "claimed" && fields.Service === undefined);
  await isRecorded(s.machine, s.requestId());
  expect(await reconcile(s.machine)).toMatchObject({ putRight: [], open: [] });
});

story("a mentor who is removed while holding a request is noticed, and the coordinator told", async (s) => {
  const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.recordIs((fields) => fields.Status === "claimed");
  await s.settles();
  table(s, "Mentors").remove(rowOf(s, "Mentors", "Slack ID", ada.id).id);
  await reconcile(s.machine);
  await cora.receives("is no active mentor in the records any more");
  await s.requestIs(({ standing }) => standing.status === "claimed");
});

story("a mentor without a Slack id is found by e-mail, once, and the id is kept in the row", async (s) => {
  const ken = rowOf(s, "Mentors", "Slack ID", "U0KEN").id;
  table(s, "Mentors").edit(ken, { "Slack ID": null, Email: "Ken@Example.com" });
  const zoe = table(s, "Mentors").insert({ "Full Name": "Zoe", Email: "zoe@example.com", Active: true });
  const { open } = await reconcile(s.machine);
  expect(open).toEqual([`email ${zoe}`]);
  expect(table(s, "Mentors").row(ken)?.fields["Slack ID"]).toBe("U0KEN");
  await s.person("cora").receives(`Slack knows nobody with the e-mail address in the mentor's row ${zoe}`);
});

story(
  "what staff change in Pairings, of requests that are open and that are closed, is put right and reported",
  async (s) => {
    const [bob, ada, denis, cora] = [s.person("bob"), s.person("ada"), s.person("denis"), s.person("cora")];
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    const request = s.requestId();
    await ada.claims();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await ada.fillsIn("release", { reason: "I am moving house" });
    await bob.receives("is open again: it is not with");
    await s.channelShows("asks for a mentor");
    await denis.claims();
    await denis.receives("You have taken");
    await bob.receives("will be your mentor");
    await isRecorded(s.machine, request);
    const pairing = (nth: number) => rowOf(s, "Pairings", "Pairing ID", `${request} ${nth}`);
    const [first, second] = [pairing(1), pairing(2)];
    table(s, "Pairings").edit(first.id, { "How It Ended": "well", Rating: 5, Mentor: [] });
    table(s, "Pairings").remove(second.id);

    expect(await reconcile(s.machine)).toMatchObject({ putRight: [request] });
    const { text } = await cora.receives("were compared");
    expect(text).toContain(`the pairing ${request} 1: Mentor, How It Ended, Rating`);
    expect(text).toContain(`the pairing ${request} 2: its row was gone`);
    await isRecorded(s.machine, request);
    expect(pairing(1)).toEqual(first);
    expect(pairing(2).fields).toEqual(second.fields);

    await bob.presses("withdraw");
    await bob.isShown("is withdrawn");
    await denis.receives("no longer needs a mentor");
    await s.recordIs(({ Status }) => Status === "closed");
    await isRecorded(s.machine, request);
    const closed = pairing(2);
    table(s, "Pairings").edit(closed.id, { "How It Ended": null, Request: [], "Pairing ID": "mine" });
    table(s, "Pairings").remove(first.id);
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [request] });
    await cora.receives(`the pairing ${request} 2: Pairing ID, Request, How It Ended`);
    expect(table(s, "Pairings").rows()).toEqual([closed]);
    expect(await reconcile(s.machine)).toMatchObject({ putRight: [] });
  },
);
