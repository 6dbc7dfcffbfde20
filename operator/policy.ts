import { parseArgs } from "node:util";
import { isMemberId } from "../domain/ids.ts";
import { DEFAULT_POLICY, type Policy } from "../domain/policy.ts";
import { connectOperator } from "./connect.ts";
import { applyToOpen, applyToProgramme, policyInForce } from "./policy/apply.ts";
import { lookAt, openRequestIds } from "./policy/open-requests.ts";
import { preview } from "./policy/preview.ts";
import { readPolicyFile } from "./policy/read-policy-file.ts";
import { table } from "./policy/table.ts";

const HELP = `npm run policy -- COMMAND: the tables of steps, as data.

  show              the policy in force, as JSON: a good start for a file of your own
  default           the policy that an organisation starts with, as JSON
  check FILE        whether a policy can be used, with everything that is wrong
  preview FILE      for every open request: when each step is due now, and when it would be
  apply FILE --by MEMBER [--open]
                    requests from now on go by this policy; with --open those that are open as well.
                    MEMBER is the Slack id of whoever decides it: it stands in the requests' timelines`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      open: { type: "boolean", default: false },
      by: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [command, file] = positionals;
  if (values.help || command === undefined) return console.log(HELP);
  if (command === "default") return print(DEFAULT_POLICY);
  if (command === "show") {
    const client = await connectOperator();
    print(await policyInForce(client));
    return client.connection.close();
  }
  if (!["check", "preview", "apply"].includes(command)) throw new Error(`There is no "${command}".\n\n${HELP}`);
  if (file === undefined) throw new Error(`${command} needs a file: npm run policy -- ${command} FILE`);
  const policy = await usablePolicy(file);
  if (command === "preview") await showPreview(policy);
  if (command === "apply") await apply(policy, values);
}

async function usablePolicy(file: string): Promise<Policy> {
  const read = await readPolicyFile(file);
  if ("problems" in read) {
    const count = read.problems.length === 1 ? "one problem" : `${read.problems.length} problems`;
    throw new Error(
      [`${file} cannot be used, because of ${count}:`, ...read.problems.map((line) => `  - ${line}`)].join("\n"),
    );
  }
  for (const warning of read.warnings) console.log(`Worth a second look: ${warning}`);
  console.log(`${file} can be used ("${read.policy.name}").`);
  return read.policy;
}

async function showPreview(policy: Policy): Promise<void> {
  const client = await connectOperator();
  const ids = await openRequestIds(client);
  console.log(ids.length === 0 ? "No request is open." : `${ids.length} open:`);
  for (const id of ids) {
    const request = await lookAt(client, id);
    if ("unanswered" in request)
      console.log(`\n${id}: not previewed, since no worker answered (${request.unanswered})`);
    else {
      console.log(`\n${id} (${request.standing.status}, now by "${request.policy.name}")`);
      console.log(table(await preview(request, policy, Date.now())));
    }
  }
  await client.connection.close();
}

async function apply(policy: Policy, { open, by }: { readonly open: boolean; readonly by?: string }): Promise<void> {
  if (!isMemberId(by)) throw new Error("apply needs --by with the Slack member id (U…) of whoever decides it.");
  const client = await connectOperator();
  await applyToProgramme(client, policy);
  console.log(`Requests from now on go by "${policy.name}".`);
  if (open) {
    const ids = await openRequestIds(client);
    for (const id of ids) console.log(`${id} ${await applyToOpen(client, id, { policy, by })}`);
    console.log(`${ids.length} open ${ids.length === 1 ? "request was" : "requests were"} told.`);
  } else console.log("Requests that are open keep the policy that they began with; --open changes those as well.");
  await client.connection.close();
}

const print = (value: unknown): void => console.log(JSON.stringify(value, undefined, 2));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
