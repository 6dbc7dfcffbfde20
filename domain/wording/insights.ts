import { DAY, inWords } from "../duration.ts";
import type { Insights } from "../insights.ts";
import { escaped, moment } from "./slack-text.ts";

/** The figures, for coordinators on their Home tab. */
export function insightsInWords(
  { requests, openNow, byMonth, daysToClaim, needed, asked, paired, skills }: Insights,
  at: number,
): string {
  const { claimed, median, percentile90 } = daysToClaim;
  const missing = skills.filter(({ mentors }) => mentors === 0);
  const waits =
    median === undefined || percentile90 === undefined
      ? ""
      : `; half of them within ${wait(median)}, nine of ten within ${wait(percentile90)}`;
  const lines = [
    `${requests} asked for, ${openNow} open then`,
    `${claimed} taken by a mentor${waits}`,
    `Needed a bump: ${percent(needed.bump)}, the coordinator: ${percent(needed.coordinator)}, the CEO: ${percent(needed.ceo)}`,
    listed(
      "A month",
      byMonth.map((one) => `${one.month}: ${one.requests}`),
    ),
    listed(
      "Asked for, and no active mentor has it",
      missing.map(({ skill, asked }) => `${escaped(skill)} (${asked})`),
    ),
    listed(
      "Asked for most",
      skills.map(
        (one) =>
          `${escaped(one.skill)} (${one.asked} asked, ${one.mentors} ${one.mentors === 1 ? "mentor" : "mentors"})`,
      ),
    ),
    listed(
      "Asked most often",
      asked.map((one) => `${member(one.mentee)} (${one.requests})`),
    ),
    listed(
      "Last pairings",
      paired.map(
        (one) =>
          `${member(one.mentee)} with ${escaped(one.mentor)}: ${escaped(one.ended ?? "still open")}${one.rating === undefined ? "" : `, rated ${one.rating} of 5`}`,
      ),
    ),
  ];
  return [
    `*The last 90 days*, as of ${moment(at)}; read anew once a day at most`,
    ...lines.filter(Boolean).map((line) => `• ${line}`),
  ].join("\n");
}

/** How long it usually takes; without a figure, an honest word. */
export function usualWait(days: number | undefined): string {
  return days === undefined
    ? "Mentors are volunteers: it may take hours or days until one of them takes it. You hear from us when somebody does; `/mentor status` shows where it stands."
    : `Mentors usually take a request within ${wait(days)}.`;
}

const listed = (title: string, parts: readonly string[]): string =>
  parts.length === 0 ? "" : `${title}: ${parts.join(", ")}`;

/** In whole hours below two days, else in whole days; rounded up, so that it is not promised too soon. */
function wait(days: number): string {
  const hours = Math.max(1, Math.ceil(days * 24));
  return inWords(hours < 48 ? (hours * DAY) / 24 : Math.ceil(days) * DAY);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const member = (id: string): string => (/^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : escaped(id));
