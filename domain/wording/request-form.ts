/** The form in which a member asks for a mentor. */
export const FORM = {
  title: "Ask for a mentor",
  submit: "Send",
  close: "Cancel",
  done: "Close",
  choose: "Choose one",
  chooseSome: "Choose one or more",
  service: "What would you like help with?",
  skills: "Which skills should your mentor have?",
  skillsHint: "Mentors who have these are told of your request.",
  details: "Tell mentors what they should know",
  detailsHint:
    "What are you working on, where are you stuck, and when do you usually have time? The more they know, the sooner one of them can help.",
  affiliation: "Your affiliation",
  thanks:
    "Thank you! Your request is on its way to our mentors. We will write to you in a direct message in a moment, and again as soon as one of them takes it.",
} as const;
