/** What the files of one folder may import. The most specific row is the one that counts. */
export interface Arrow {
  /** A folder, or one file of it. */
  readonly in: string;
  /** Our own folders and files. */
  readonly may: readonly string[];
  /** Our own folders of which only types may be imported: `import type`. */
  readonly typesOf?: readonly string[];
  /** Packages by name, with all that is in them; `node:` is Node's own. */
  readonly packages: readonly string[];
}

const TEMPORAL_CLIENT = ["@temporalio/client", "@temporalio/common"];
const SLACK = ["@slack/web-api", "@slack/types"];
const AIRTABLE = ["airtable"];
const FIGURES = ["@observablehq/plot", "linkedom", "csv-stringify"];
const CALENDAR = ["luxon", "date-holidays"];
const A_SERVER = ["fastify", "@fastify/formbody", "@fastify/websocket", "ws", "zod", "node:"];

/** Read a row as "domain may import domain, and no package". Who is not in a row may not. */
export const ARROWS: readonly Arrow[] = [
  { in: "domain", may: ["domain"], packages: [] },
  { in: "config", may: ["config"], packages: ["zod", "node:"] },
  {
    in: "workflows",
    may: ["workflows", "domain"],
    typesOf: ["activities"],
    packages: ["@temporalio/workflow", "@temporalio/common"],
  },
  { in: "workflows/enrolment-contract.ts", may: ["domain"], packages: [] },
  {
    in: "workflows/contract.ts",
    may: ["domain"],
    packages: ["@temporalio/common"],
  },
  {
    in: "activities",
    may: ["activities", "domain", "workflows/contract.ts", "workflows/enrolment-contract.ts"],
    packages: ["@temporalio/activity", ...TEMPORAL_CLIENT, ...SLACK, ...AIRTABLE, ...CALENDAR, "zod", "node:"],
  },
  {
    in: "worker",
    may: ["worker", "activities", "domain", "workflows/contract.ts", "config"],
    packages: ["@temporalio/worker", ...TEMPORAL_CLIENT, "node:"],
  },
  {
    in: "slack-gateway",
    may: ["slack-gateway", "domain", "workflows/contract.ts", "workflows/enrolment-contract.ts", "config"],
    packages: ["@slack/bolt", ...SLACK, "undici", ...TEMPORAL_CLIENT, "zod", "node:"],
  },
  {
    in: "operator",
    may: [
      "operator",
      "domain",
      "config",
      "slack-manifest.json",
      "workflows/contract.ts",
      "workflows/enrolment-contract.ts",
      "activities",
      "worker",
      "slack-gateway",
      "local",
    ],
    packages: ["@slack/web-api", "@temporalio/worker", ...TEMPORAL_CLIENT, "zod", "node:", ...FIGURES],
  },
  {
    in: "local",
    may: [
      "local",
      "worker",
      "slack-gateway",
      "config",
      "domain",
      "slack-manifest.json",
      "workflows/contract.ts",
      "workflows/enrolment-contract.ts",
    ],
    packages: ["@temporalio/worker", ...TEMPORAL_CLIENT, ...A_SERVER],
  },
  {
    in: "local/playground",
    may: ["local", "domain", "workflows/contract.ts"],
    packages: [...TEMPORAL_CLIENT, "react", "react-dom", "fastify", "zod", "node:"],
  },
  { in: "local/temporal", may: ["local/temporal"], packages: [...TEMPORAL_CLIENT, "zod", "node:"] },
  { in: "local/network-simulator", may: ["local/network-simulator"], packages: A_SERVER },
  { in: "local/slack-simulator", may: ["local/slack-simulator", "local/network-simulator"], packages: A_SERVER },
  { in: "local/airtable-simulator", may: ["local/airtable-simulator", "local/network-simulator"], packages: A_SERVER },
];
