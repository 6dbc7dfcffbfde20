import type { Button } from "./words.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;

/** What is asked before something is done that cannot be taken back. */
export function confirmation(label: string, sure: string) {
  return { title: plain(label), text: plain(sure), confirm: plain("Yes"), deny: plain("No") };
}

/** A button as Block Kit has it; it carries the id of the request, or of the person, that it is about. Its text has 75 characters at most. */
export function buttonBlock({ act, label, main, sure }: Button, id: string) {
  return {
    type: "button" as const,
    action_id: act,
    value: id,
    text: plain(label),
    ...(main && { style: "primary" as const }),
    ...(sure && { confirm: confirmation(label, sure) }),
  };
}
