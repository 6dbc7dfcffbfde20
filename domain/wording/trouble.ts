import type { Trouble } from "../trouble.ts";
import { escaped } from "./slack-text.ts";
import type { Words } from "./words.ts";

/** One message for an outage, and one when it is over. `link` leads to the list of the requests in trouble. */
export function trouble({ requests, reasons }: Trouble, link?: string): Words {
  if (requests === 0)
    return { text: "All is well again: what could not be written or said before has been caught up with." };
  const count = requests === 1 ? "one request" : `${requests} requests`;
  const lines = Object.entries(reasons).map(([reason, times]) => `• ${escaped(reason)} (${times})`);
  return {
    text: [
      `For more than an hour something could not be written or said, for ${count}. Nothing is lost: it is tried again until it works, and you hear from us when it does.`,
      ...lines,
      ...(link ? [`<${link}|See which requests>`] : []),
    ].join("\n"),
  };
}
