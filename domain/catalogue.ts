import type { Choice } from "./request.ts";

/** What the form offers. */
export interface Catalogue {
  readonly services: readonly Choice[];
  readonly skills: readonly Choice[];
  readonly affiliations: readonly Choice[];
}

/** Slack opens no form that has a menu with nothing in it: there is none while the records name no service, or no skill. */
export const hasChoices = ({ services, skills }: Catalogue): boolean => services.length > 0 && skills.length > 0;
