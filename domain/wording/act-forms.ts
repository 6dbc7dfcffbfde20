import type { ActName } from "../act.ts";

/** What one field of a small form asks for. */
export interface Ask {
  readonly kind: "words" | "some-words" | "moment" | "member" | "members" | "rating" | "service" | "skills";
  readonly label: string;
  readonly hint?: string;
}

/** A form that opens behind a button, because the act needs a word or a choice. Fields by the act's own names. */
export interface ActForm {
  readonly title: string;
  readonly submit: string;
  readonly fields: Readonly<Record<string, Ask>>;
}

/** Of what staff do. */
export const WHY: Ask = {
  kind: "some-words",
  label: "Why?",
  hint: "It stands in the timeline, which only staff see.",
};

/** The forms by their acts; an act that is not here is done when its button is pressed. Titles have 24 characters at most. */
export const ACT_FORMS: { readonly [act in ActName]?: ActForm } = {
  "ask-details": {
    title: "Ask for more details",
    submit: "Ask",
    fields: {
      question: {
        kind: "words",
        label: "What would you like to know?",
        hint: "The member gets your question with your name; the answer appears on the card.",
      },
    },
  },
  agreed: {
    title: "You agreed on a date",
    submit: "Save",
    fields: { on: { kind: "moment", label: "When will you meet?", hint: "Nobody asks before that date." } },
  },
  release: {
    title: "Give it back",
    submit: "Give it back",
    fields: {
      reason: {
        kind: "words",
        label: "Why can you not do it?",
        hint: "Only the coordinator sees this. The request goes to other mentors at once.",
      },
    },
  },
  rate: {
    title: "Did it help?",
    submit: "Send",
    fields: {
      rating: { kind: "rating", label: "How much did the session help you?" },
      comment: {
        kind: "some-words",
        label: "Anything you would like to say",
        hint: "Only the coordinators see what you say here.",
      },
    },
  },
  "add-details": {
    title: "Add details",
    submit: "Add",
    fields: {
      details: {
        kind: "words",
        label: "What should mentors know?",
        hint: "It appears on the card, below what you wrote before.",
      },
    },
  },
  assign: {
    title: "Assign a mentor",
    submit: "Assign",
    fields: {
      mentor: { kind: "member", label: "Who takes it?", hint: "Please ask them first. They and the member are told." },
      why: WHY,
    },
  },
  "take-away": {
    title: "Take it away",
    submit: "Take it away",
    fields: {
      reason: { kind: "words", label: "Why?", hint: "The mentor is told. The request goes to other mentors at once." },
    },
  },
  bump: { title: "Bump it now", submit: "Bump it", fields: { why: WHY } },
  "ask-mentee": {
    title: "Ask the mentee",
    submit: "Ask",
    fields: {
      question: {
        kind: "words",
        label: "What would you like to know?",
        hint: "The member gets your question with your name.",
      },
    },
  },
  change: {
    title: "Change the request",
    submit: "Change",
    fields: {
      service: { kind: "service", label: "Service" },
      skills: { kind: "skills", label: "Skills", hint: "Whoever matches now and was not mentioned yet is mentioned." },
      why: WHY,
    },
  },
  snooze: {
    title: "Wait until a date",
    submit: "Wait",
    fields: {
      until: {
        kind: "moment",
        label: "Until when?",
        hint: "Nothing happens by itself before; mentors can still take it.",
      },
      why: WHY,
    },
  },
  "write-to-mentors": {
    title: "Write to mentors",
    submit: "Write",
    fields: {
      mentors: {
        kind: "members",
        label: "To whom?",
        hint: "Each gets the request in a direct message, with the button to take it.",
      },
      why: WHY,
    },
  },
  escalate: {
    title: "Tell the CEO now",
    submit: "Tell the CEO",
    fields: {
      why: { kind: "some-words", label: "Why?", hint: "The CEO reads it, and it stands in the timeline." },
    },
  },
  close: {
    title: "Close the request",
    submit: "Close it",
    fields: {
      reason: {
        kind: "words",
        label: "Why?",
        hint: "It stands in the records. The member and the mentor are told that it is closed.",
      },
    },
  },
};

/** Behind the button with which staff open a closed request again, as one that follows it up. */
export const REOPEN_FORM: ActForm = { title: "Open it again", submit: "Open it", fields: { why: WHY } };

export const RATINGS = ["1: not at all", "2: a little", "3: somewhat", "4: much", "5: very much"] as const;

/** What is said to whoever did it, once it is handed over. */
export const DONE: { readonly [act in ActName]?: string } = {
  pass: "Thank you for telling us. You will not be mentioned again for this request.",
  "ask-details": "Your question is on its way. The answer will appear on the card.",
  agreed: "Thank you! Nobody asks before that date.",
  held: "Thank you for holding the session! The member is asked whether it helped.",
  "did-not-come":
    "Thank you for telling us. The member is asked whether they still want the session; where they say that it took place, the coordinator looks into it.",
  wrote: "Thank you. The coordinator sees that you have written.",
  release: "Thank you for telling us in time. Other mentors are asked now.",
  met: "Good to hear!",
  "not-yet": "Thank you for telling us. We will ask again later.",
  "mentor-never-wrote": "Thank you for telling us. Your mentor is asked now; without an answer, other mentors are.",
  "still-wanted": "Good. Your mentor is told, and will agree on another time with you.",
  rate: "Thank you! Only the coordinators see what you said. Should you want another mentor, the button for it stays good.",
  "another-mentor": "Your request goes to other mentors now. You will hear from us here.",
  "add-details": "Thank you! Mentors see it on the card.",
  withdraw: "Your request is withdrawn. You can ask again at any time with `/mentor`.",
  assign: "Done: the mentor and the member are told.",
  "take-away": "Done: the mentor is told, and other mentors are asked.",
  bump: "Done: mentors see it again.",
  "ask-mentee": "Your question is on its way.",
  change: "Done: the card shows it.",
  snooze: "Done: nothing happens by itself until then.",
  escalate: "Done: the CEO gets a direct message.",
  "write-to-mentors": "Done: each of them who may have it gets the request.",
  close: "Done: everybody who is part of it is told.",
};
