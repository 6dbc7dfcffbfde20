/** The guided story, told by what people do on the page: nothing here that a person could not do by hand. */
const GENERAL = "C0GENERAL";
const MENTORS = "C0MENTORS";

const DETAILS = "I wrote my first join and it takes a minute. I would like to understand why. Evenings suit me best.";

/** `as` and `at`: who and where. `does` is called with hands; `until` has to be on the page before the story goes on. */
export const STEPS = [
  {
    as: "U0BOB",
    at: GENERAL,
    says: "Bob learns SQL and is stuck. He types /mentor, as anybody can in Slack.",
    does: async ({ type }) => type("/mentor"),
    until: "dialog[open] select",
  },
  {
    as: "U0BOB",
    at: GENERAL,
    says: "A form asks what mentors need to know. Bob fills it in and sends it.",
    does: async ({ choose, tick, write, send }) => {
      await choose("select", "Code review");
      await tick("SQL");
      await write("textarea", DETAILS);
      await send();
    },
    until: "dialog[open] form:not(:has([type='submit']))",
  },
  {
    as: "U0BOB",
    at: "app",
    says: "Bob hears at once that his request is with the mentors. From now on it is a workflow in Temporal: it cannot get lost.",
    does: async ({ closeModals }) => closeModals(),
  },
  {
    as: "U0ADA",
    at: MENTORS,
    says: "The mentors who know SQL are mentioned in their channel, with a button. Suppose that nobody has time.",
  },
  {
    as: "U0BOB",
    at: "app",
    says: "Two days later. We let time pass for this request, at the right; Bob is told that he is not forgotten.",
    does: async ({ skip }) => skip(),
  },
  {
    as: "U0ADA",
    at: MENTORS,
    says: "After three days, and again after five, the post is bumped, so that it is not lost in the chatter.",
    does: async ({ skip }) => {
      await skip();
      await skip();
    },
  },
  {
    as: "U0CORA",
    at: "app",
    says: "A week without a mentor: Cora, the coordinator, hears of it, with everything she can do on buttons.",
    does: async ({ skip }) => skip(),
  },
  {
    as: "U0GRACE",
    at: "app",
    says: "A week and a half: it goes one level up, to the CEO. This is rare; and now somebody finds a mentor.",
    does: async ({ skip }) => skip(),
  },
  {
    as: "U0ADA",
    at: MENTORS,
    says: "Ada presses the button. The card changes for everybody: one mentor, and no second one.",
    does: async ({ press }) => press("#messages [data-action='claim']"),
    until: "#messages article:has(strong):not(:has([data-action='claim'])) .block.section",
  },
  {
    as: "U0BOB",
    at: "app",
    says: "Bob hears who his mentor is. The two agree on half an hour.",
  },
  {
    as: "U0ADA",
    at: "app",
    says: "The session has taken place, and Ada says so with one press.",
    does: async ({ press }) => press("#messages [data-action='held']"),
  },
  {
    as: "U0BOB",
    at: "app",
    says: "Bob is asked whether it helped. It did: five of five.",
    does: async ({ press, tick, send, closeModals }) => {
      await press("#messages [data-action='rate']");
      await tick("5: very much");
      await send();
      await closeModals();
    },
  },
  {
    as: "U0CORA",
    at: MENTORS,
    beside: "airtable",
    table: "Mentor Requests",
    says: "All of it stands in Airtable, for whoever asks how the programme is doing.",
  },
  {
    as: "U0BOB",
    at: GENERAL,
    says: "Now it is your turn: be whoever you like, at the left. Let things go wrong, above. Nothing here can break anything.",
    last: true,
  },
];
