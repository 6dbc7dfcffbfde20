import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Insights } from "../../domain/insights.ts";
import { asText } from "./as-text.ts";

/** So many skills are drawn. */
const SKILLS = 20;

/** The figures as a page that a browser shows without the network: two charts as SVG, and the same text as in the terminal. */
export function asPage(insights: Insights, since: string): string {
  const { document } = parseHTML("<!doctype html><html><head></head><body></body></html>");
  const draw = (options: Plot.PlotOptions) => Plot.plot({ document: document as unknown as Document, ...options });
  const title = `Mentorship since ${since}`;
  document.head.innerHTML = `<meta charset="utf-8"><title>${title}</title><style>body { font-family: system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem } pre { white-space: pre-wrap } svg { max-width: 100%; height: auto }</style>`;
  const add = (tag: string, content: string) => {
    const element = document.createElement(tag);
    element.textContent = content;
    document.body.append(element);
  };
  add("h1", title);
  add("h2", "Requests a month");
  document.body.append(
    draw({
      ariaLabel: "Requests a month",
      x: { label: null, type: "band" },
      y: { label: "requests", grid: true, tickFormat: "d" },
      marks: [Plot.barY(insights.byMonth, { x: "month", y: "requests", fill: "#1f5fa8" }), Plot.ruleY([0])],
    }),
  );
  add("h2", "Skills: asked for (dark), and active mentors who have them (light)");
  const skills = insights.skills.slice(0, SKILLS);
  const bars = skills.flatMap(({ skill, asked, mentors }) => [
    { skill, what: "asked", count: asked },
    { skill, what: "mentors", count: mentors },
  ]);
  document.body.append(
    draw({
      ariaLabel: "Skills asked for, and mentors who have them",
      marginLeft: 10,
      marginRight: 140,
      height: 60 + skills.length * 34,
      fy: { label: null, domain: skills.map(({ skill }) => skill) },
      y: { axis: null },
      x: { label: "count", grid: true, tickFormat: "d" },
      color: { domain: ["asked", "mentors"], range: ["#1f5fa8", "#9cc3ea"] },
      marks: [Plot.barX(bars, { fy: "skill", y: "what", x: "count", fill: "what" }), Plot.ruleX([0])],
    }),
  );
  add("h2", "In words");
  add("pre", asText(insights));
  return document.toString();
}
