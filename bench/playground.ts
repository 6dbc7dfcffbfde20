import fastify from "fastify";
import type { Browser, Page } from "playwright-core";
import { startOneMachine } from "../local/one-machine.ts";
import { startPlayground } from "../local/playground/playground.ts";
import { quietTemporal } from "../local/quiet-temporal.ts";
import { LOCAL } from "../local/seed/local-settings.ts";
import { launchChromium } from "../test/browser/chromium.ts";
import { ms, spread } from "./spread.ts";

const MESSAGES_BEFORE = 500;
const ROUNDS = 60;
const AIM_MS = 300;

/** From a message in Slack to the page that shows it, beside a page that does nothing but receive. */
async function main(): Promise<void> {
  quietTemporal();
  const machine = await startOneMachine({ progress: () => undefined });
  const playground = await startPlayground(machine);
  const browser = await launchChromium();
  const bare = await startBarePage();
  try {
    const { slack } = machine;
    for (let i = 1; i <= MESSAGES_BEFORE; i++) {
      await slack.as("U0BOB").writes(LOCAL.generalChannel, `Message *${i}* for <@U0ADA>, with a bit of text in it`);
    }
    const say = async (text: string) => void (await slack.as("U0BOB").writes(LOCAL.generalChannel, text));
    const ours = await watch(browser, `${playground.url}/as/U0ADA/${LOCAL.generalChannel}`);
    const theirs = await watch(browser, bare.url);
    const measured: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      measured.push(await ours.until(`round ${round} here`, say));
      beside.push(await theirs.until(`round ${round} there`, async (text) => bare.say(text)));
    }
    const loading = await timeToLoad(ours.page);
    const [mine, bares] = [spread(measured), spread(beside)];
    console.log(`playground, ${MESSAGES_BEFORE} messages in the channel, ${ROUNDS} rounds:`);
    console.log(`  message to page   median ${ms(mine.median)}, 95 % ${ms(mine.most)}, aim ${AIM_MS} ms`);
    console.log(`  a bare page       median ${ms(bares.median)}, 95 % ${ms(bares.most)}`);
    console.log(`  ratio             ${(mine.median / bares.median).toFixed(1)}`);
    console.log(`  the page anew     ${ms(loading)}`);
  } finally {
    await browser.close();
    await bare.close();
    await playground.close();
    await machine.stop();
  }
}

interface Watched {
  readonly page: Page;
  /** Milliseconds from before `say` to the moment at which the page shows the text. */
  until(text: string, say: (text: string) => Promise<void>): Promise<number>;
}

async function watch(browser: Browser, url: string): Promise<Watched> {
  const page = await browser.newPage();
  let tell: (shown: string) => void = () => undefined;
  await page.exposeFunction("shown", (text: string) => tell(text));
  await page.goto(url);
  await page.evaluate(WATCH);
  return {
    page,
    until: async (text, say) => {
      const began = performance.now();
      const shown = new Promise<void>((resolve) => {
        tell = (seen) => seen.includes(text) && resolve();
      });
      await Promise.all([shown, say(text)]);
      return performance.now() - began;
    },
  };
}

/** Tells of every text that appears among the messages. */
const WATCH = `new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const { textContent } of addedNodes) shown(textContent);
}).observe(document.getElementById("messages"), { childList: true, subtree: true })`;

async function timeToLoad(page: Page): Promise<number> {
  const began = performance.now();
  await page.reload({ waitUntil: "load" });
  return performance.now() - began;
}

/** The least that a page with server-sent events can do. */
async function startBarePage() {
  const server = fastify({ forceCloseConnections: true });
  let write: (text: string) => void = () => undefined;
  server.get("/", async (_request, reply) => reply.type("text/html").send(BARE_PAGE));
  server.get("/live", (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { "content-type": "text/event-stream" });
    reply.raw.write(":\n\n");
    write = (text) => reply.raw.write(`data: ${text}\n\n`);
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return { url, say: (text: string) => write(text), close: () => server.close() };
}

const BARE_PAGE = `<!doctype html><div id="messages"></div><script>
new EventSource("/live").onmessage = ({ data }) => document.getElementById("messages").append(data);
</script>`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
