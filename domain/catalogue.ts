import type { Choice } from "./request.ts";

/** What the form offers. */
export interface Catalogue {
  readonly services: readonly Choice[];
  readonly skills: readonly Choice[];
  readonly affiliations: readonly Choice[];
}
