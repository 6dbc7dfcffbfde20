/** A column as staff see it. `links` names the table that its rows belong to. */
export interface Column {
  readonly name: string;
  readonly type:
    | "singleLineText"
    | "multilineText"
    | "email"
    | "number"
    | "checkbox"
    | "date"
    | "dateTime"
    | "singleSelect"
    | "multipleRecordLinks";
  readonly links?: TableName;
  readonly choices?: readonly string[];
}

export type TableName = "services" | "skillsets" | "affiliations" | "mentors" | "requests" | "pairings";

const text = (name: string): Column => ({ name, type: "singleLineText" });
const longText = (name: string): Column => ({ name, type: "multilineText" });
const moment = (name: string): Column => ({ name, type: "dateTime" });
const link = (name: string, links: TableName): Column => ({ name, type: "multipleRecordLinks", links });

/** The same tables and columns, by the names that they have in somebody's base. */
export type Tables = {
  readonly [table in TableName]: {
    readonly name: string;
    readonly columns: { readonly [column in keyof (typeof TABLES)[table]["columns"]]: Column };
  };
};

/**
 * The records: every table and column that the programme reads or writes, by the names that staff see. The first column
 * of a table is the one that stands for the row. Columns that staff add are left alone.
 */
export const TABLES = {
  services: { name: "Services", columns: { name: text("Name") } },
  skillsets: { name: "Skillsets", columns: { name: text("Name") } },
  affiliations: { name: "Affiliations", columns: { name: text("Name") } },
  mentors: {
    name: "Mentors",
    columns: {
      name: text("Full Name"),
      slackId: text("Slack ID"),
      email: { name: "Email", type: "email" },
      skills: link("Skillsets", "skillsets"),
      services: link("Services", "services"),
      active: { name: "Active", type: "checkbox" },
      maxMentees: { name: "Max Mentees", type: "number" },
      pausedUntil: { name: "Paused Until", type: "date" },
      timeZone: text("Time Zone"),
      bio: longText("Bio"),
    },
  },
  requests: {
    name: "Mentor Requests",
    columns: {
      id: text("Request ID"),
      mentee: text("Mentee Slack ID"),
      service: link("Service", "services"),
      skills: link("Skillsets", "skillsets"),
      details: longText("Details"),
      additions: longText("Added Details"),
      affiliation: link("Affiliation", "affiliations"),
      status: { name: "Status", type: "singleSelect", choices: ["new", "waiting", "claimed", "held", "closed"] },
      mentor: link("Mentor", "mentors"),
      mentorSlackId: text("Mentor Slack ID"),
      openedAt: moment("Requested At"),
      claimedAt: moment("Claimed At"),
      agreedOn: moment("Session At"),
      closedBecause: longText("Closed Because"),
      rating: { name: "Rating", type: "number" },
      comment: longText("Feedback"),
      filedBy: text("Filed By"),
      followUpOf: text("Follow-up Of"),
      mentioned: longText("Mentioned"),
      passed: longText("Passed"),
      excluded: longText("Excluded"),
      post: text("Post"),
      stepsDone: longText("Steps Done"),
      policy: text("Policy"),
    },
  },
  pairings: {
    name: "Pairings",
    columns: {
      key: text("Pairing ID"),
      request: link("Request", "requests"),
      requestId: text("Request ID"),
      mentee: text("Mentee Slack ID"),
      mentor: link("Mentor", "mentors"),
      mentorSlackId: text("Mentor Slack ID"),
      from: moment("From"),
      until: moment("Until"),
      ended: text("How It Ended"),
      rating: { name: "Rating", type: "number" },
    },
  },
} as const satisfies {
  readonly [table in TableName]: { readonly name: string; readonly columns: Readonly<Record<string, Column>> };
};
