import type { Insights } from "../../domain/insights.ts";

/** So many lines of a list. */
const AT_MOST = 15;

/** The figures, for a terminal. */
export function asText({ requests, openNow, byMonth, daysToClaim, needed, asked, paired, skills }: Insights): string {
  return [
    `Requests: ${requests} · open now: ${openNow}`,
    `Claimed: ${daysToClaim.claimed} · days to the claim: ${days(daysToClaim.median)} (half of them), ${days(daysToClaim.percentile90)} (nine of ten)`,
    `Needed a bump: ${percent(needed.bump)} · the coordinator: ${percent(needed.coordinator)} · the CEO: ${percent(needed.ceo)}`,
    ...part(
      "Requests a month",
      byMonth.map((one) => `${one.month}  ${one.requests}`),
    ),
    ...part(
      "Skills asked for, and active mentors who have them",
      skills.map(
        (one) =>
          `${one.asked} asked, ${one.mentors} ${one.mentors === 1 ? "mentor" : "mentors"}  ${one.skill}${one.mentors === 0 ? "  MISSING" : ""}`,
      ),
    ),
    ...part(
      "Who asked how often",
      asked.map((one) => `${one.requests}  ${one.mentee}`),
    ),
    ...part(
      "Who was paired with whom",
      paired.map((one) => `${one.mentee} with ${one.mentor}: ${one.ended ?? "still open"}${rated(one.rating)}`),
    ),
  ].join("\n");
}

function part(title: string, lines: readonly string[]): readonly string[] {
  const more = lines.length > AT_MOST ? [`  … and ${lines.length - AT_MOST} more; --json has all`] : [];
  return [
    "",
    `${title}:`,
    ...lines.slice(0, AT_MOST).map((line) => `  ${line}`),
    ...(lines.length > 0 ? more : ["  none"]),
  ];
}

const days = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(1));
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const rated = (rating: number | undefined): string => (rating === undefined ? "" : `, rated ${rating} of 5`);
