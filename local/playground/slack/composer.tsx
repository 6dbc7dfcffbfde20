import type { ReactNode } from "react";

interface Composer {
  /** Where it stands, said to whoever cannot see it. */
  readonly to: string;
  readonly channel: string;
  readonly thread?: string;
  readonly commands: readonly { readonly command: string; readonly about: string }[];
}

/** Where one writes, and types commands. */
export function ComposerView({ to, channel, thread, commands }: Composer): ReactNode {
  const list = thread ? "commands-in-thread" : "commands";
  return (
    <form className="composer" method="dialog" data-say={channel} data-thread={thread} autoComplete="off">
      <div id={list} role="listbox" aria-label="Commands" hidden>
        {commands.map(({ command, about }, i) => (
          <div
            key={command}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected="false"
            data-command={command}
          >
            <strong>{command}</strong> {about}
          </div>
        ))}
      </div>
      <input
        name="text"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded="false"
        aria-label={`Message ${to}`}
        placeholder={thread ? "Reply…" : `Message ${to}`}
      />
      <button type="submit" className="send" aria-label="Send">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path fill="currentColor" d="M1 2.3 15 8 1 13.7V9.5L10 8 1 6.5V2.3Z" />
        </svg>
      </button>
    </form>
  );
}
