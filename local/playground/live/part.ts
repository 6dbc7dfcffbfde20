import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A piece of the page that is drawn anew when its version is another. */
export interface Part {
  /** Unique among its neighbours. */
  readonly key: string;
  readonly version: string;
  /** A `div` unless told otherwise. */
  readonly as?: "div" | "tr";
  readonly draw: () => ReactNode;
}

/** A part of which only its looks say whether it has changed. Cheap enough for what is small. */
export function looks(key: string, node: ReactNode): Part {
  const version = createHash("sha1").update(renderToStaticMarkup(node)).digest("base64url").slice(0, 12);
  return { key, version, draw: () => node };
}
