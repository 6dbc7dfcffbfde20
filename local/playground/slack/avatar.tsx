import type { ReactNode } from "react";

const COLOURS = 8;

/** Initials on a colour of one's own, for people without a picture. */
export function Avatar({ name, app = false }: { readonly name: string; readonly app?: boolean }): ReactNode {
  const initials = name
    .split(/\s+/)
    .map(([first = ""]) => first)
    .slice(0, 2)
    .join("");
  const colour = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % COLOURS;
  return (
    <span className={app ? "avatar app" : `avatar colour-${colour}`} aria-hidden="true">
      {initials}
    </span>
  );
}
