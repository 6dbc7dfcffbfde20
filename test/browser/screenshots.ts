import { fileURLToPath } from "node:url";
import { DAY } from "../../domain/duration.ts";
import { type OneMachine, startOneMachine } from "../../local/one-machine.ts";
import { startPlayground } from "../../local/playground/playground.ts";
import { quietTemporal } from "../../local/quiet-temporal.ts";
import { personCalled } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { fastForward } from "../../local/temporal/time-skipping.ts";
import { launchChromium } from "./chromium.ts";
import { Seat } from "./seat.ts";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));

const WIDE = { viewport: { width: 1280, height: 760 }, deviceScaleFactor: 2 } as const;
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true } as const;

const SMALL_TALK = [
  ["maggie", "Good morning! Mock interviews on Thursday, as always. Two places are free."],
  ["nia", "Hello everybody, I have just joined. I was a radio operator until last month."],
  ["bob", "Welcome, Nia! There is a lot of help here: type /mentor when you are stuck."],
] as const;

/** `npm run screenshots`: the main views of the playground, into `docs/images/`. */
async function main(): Promise<void> {
  quietTemporal();
  const machine = await startOneMachine({ progress: console.log });
  const server = await startPlayground(machine);
  const browser = await launchChromium();
  const seat = async (name: string, options: Parameters<typeof browser.newContext>[0]) => {
    const page = await (await browser.newContext(options)).newPage();
    return new Seat({ page, url: server.url, id: personCalled(name).id });
  };
  const keep = async ({ page }: Seat, name: string) => {
    await page.screenshot({ path: `${IMAGES}playground-${name}.png` });
    console.log(`docs/images/playground-${name}.png`);
  };
  try {
    for (const [name, text] of SMALL_TALK)
      await machine.slack.as(personCalled(name).id).writes(LOCAL.generalChannel, text);
    const bob = await seat("bob", WIDE);
    await bob.goes(LOCAL.generalChannel);
    await bob.types("/mentor");
    await bob.fillsIn({});
    await keep(bob, "form");
    await bob.sends();
    await bob.isThanked();
    const request = await theRequest(machine);

    const ada = await seat("ada", WIDE);
    await ada.goes("mentors");
    await ada.sees("Bob Reyes asks for a mentor");
    await fastForward(machine.connection, request, 3.01 * DAY);
    await ada.sees("has been waiting for 3 days");
    await ada.beside.getByText("3 days skipped").waitFor();
    await keep(ada, "mentors");

    await fastForward(machine.connection, request, 4 * DAY);
    const cora = await seat("cora", { ...WIDE, colorScheme: "dark" });
    await cora.goes("app");
    await cora.sees("Bob Reyes");
    await cora.beside.getByText("7 days skipped").waitFor();
    await keep(cora, "coordinator");

    await ada.presses("I can help");
    await ada.sees("Ada Petrov has taken this one");
    await cora.page.emulateMedia({ colorScheme: "light" });
    await cora.goes("mentors", "?beside=airtable&table=Mentors");
    await cora.sees("Ada Petrov has taken this one");
    await keep(cora, "airtable");

    const phone = await seat("bob", PHONE);
    await phone.goes("app");
    await phone.sees("Ada Petrov will be your mentor");
    await keep(phone, "phone");
  } finally {
    await browser.close();
    await server.close();
    await machine.stop();
  }
}

async function theRequest({ slack }: OneMachine): Promise<string> {
  const receipt = () => slack.dm(personCalled("bob").id)[0]?.metadata?.event_payload.request;
  const request = await slack.when(receipt, { for: "the receipt" });
  return String(request);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
