import type { OneMachine } from "../one-machine.ts";

/** What may have to be drawn anew: the conversation, or what stands beside it. */
export type Changed = "slack" | "behind";

/** Tells every page that is open of everything that could be seen to change. It says what kind, never what: pages look. */
export class Changes {
  readonly #listeners = new Set<(changed: Changed) => void>();

  tell(changed: Changed): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }

  listen(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Whatever the simulators say. Returns what ends it. */
  follow({ slack, airtable }: Pick<OneMachine, "slack" | "airtable">): () => void {
    const ends = [
      slack.onChange(() => this.tell("slack")),
      slack.onChange(() => this.tell("behind")),
      airtable.onChange(() => this.tell("behind")),
    ];
    return () => {
      for (const end of ends) end();
    };
  }
}
