/** The app's Home tab. */
export const HOME = {
  about:
    "*Mentorship*\nOne conversation of 30 minutes with a mentor who knows what you are working on: by chat, voice or video. You ask, mentors see it, and one of them writes to you.",
  ask: "Ask for a mentor",
  mine: "*Your requests*",
  noneOfMine: "You have no request of the last 90 days.",
  pairings: "*Your mentees*: what you have taken, until the member has said whether it helped.",
  lookingUp: "One moment, please: what concerns you is being looked up.",
  unknown: "What concerns you cannot be looked up just now. Nothing is lost: please open this tab again in a minute.",
} as const;
