import type { SlackSimulator } from "../slack-simulator/slack-simulator.ts";
import type { Changes } from "./changes.ts";
import type { Pages } from "./pages.ts";
import type { Place } from "./place.ts";
import type { ReadMarks } from "./read-marks.ts";
import type { SlackApp, Slots } from "./slack/screen.tsx";

/** What the routes of the playground share. */
export interface Playground {
  readonly slack: SlackSimulator;
  readonly app: SlackApp;
  readonly marks: ReadMarks;
  readonly pages: Pages;
  readonly changes: Changes;
  slackSlots(place: Place): Slots;
  behindSlots(place: Place): Promise<Slots>;
}
