import { createElement, type ReactNode } from "react";
import type { Part } from "./part.ts";

interface Slot {
  readonly name: string;
  readonly parts: readonly Part[];
  /** A `div` unless told otherwise. */
  readonly as?: "div" | "thead" | "tbody";
  readonly [attribute: string]: unknown;
}

/** A place on the page whose parts change while somebody looks at it. */
export function SlotView({ name, parts, as = "div", ...attributes }: Slot): ReactNode {
  const children = parts.map((part) => <PartView key={part.key} part={part} />);
  return createElement(as, { "data-slot": name, ...attributes }, children);
}

export function PartView({ part }: { readonly part: Part }): ReactNode {
  return createElement(part.as ?? "div", { "data-key": part.key }, part.draw());
}
