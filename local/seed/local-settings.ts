/** What the programme is told on one machine. None of it is a secret: it opens nothing but the simulators. */
export const LOCAL = {
  team: { id: "T0MUSTER", name: "Operation Code (local)", domain: "muster-local" },
  botUserId: "U0MUSTER",
  botToken: "xoxb-local-0000000000",
  appToken: "xapp-local-0000000000",
  signingSecret: "local-signing-secret",
  mentorsChannel: "C0MENTORS",
  generalChannel: "C0GENERAL",
  coordinatorsChannel: "C0COORDINATORS",
  airtableBase: "appMusterLocal001",
  airtableToken: "patLocalMuster0001.0000000000000000000000000000000000000000000000000000000000000000",
} as const;
