/** Somebody to begin with. Mentors have skills; whoever has a `part` runs the programme. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly timeZone: string;
  readonly part?: "coordinator" | "ceo";
  readonly mentor?: {
    readonly skills: readonly string[];
    readonly services: readonly string[];
    readonly maxMentees?: number;
    readonly pausedUntil?: string;
    readonly inactive?: boolean;
  };
}

/** Bob and Carla ask, Nia has just joined; Ada and the others are mentors; Cora coordinates, Grace is the CEO. */
export const CAST: readonly Person[] = [
  { id: "U0BOB", name: "bob", realName: "Bob Reyes", timeZone: "America/New_York" },
  { id: "U0CARLA", name: "carla", realName: "Carla Jensen", timeZone: "America/Los_Angeles" },
  { id: "U0NIA", name: "nia", realName: "Nia Okafor", timeZone: "Europe/Berlin" },
  { id: "U0CORA", name: "cora", realName: "Cora Lindqvist", timeZone: "America/Chicago", part: "coordinator" },
  { id: "U0GRACE", name: "grace", realName: "Grace Whitfield", timeZone: "America/Denver", part: "ceo" },
  mentor("U0ADA", "ada", "Ada Petrov", "America/New_York", {
    skills: ["SQL", "Python", "Data analysis"],
    services: ["Code review", "Pair programming", "General guidance"],
  }),
  mentor("U0ALAN", "alan", "Alan Brooks", "Europe/London", {
    skills: ["Python", "Machine learning", "Linux"],
    services: ["General guidance", "Pair programming"],
    maxMentees: 2,
  }),
  mentor("U0BETTY", "betty", "Betty Nakamura", "America/Los_Angeles", {
    skills: ["JavaScript", "TypeScript", "React", "HTML & CSS"],
    services: ["Code review", "Pair programming", "Mock interview"],
  }),
  mentor("U0DENIS", "denis", "Denis O'Hara", "America/Chicago", {
    skills: ["C#", ".NET", "SQL"],
    services: ["Code review", "General guidance"],
  }),
  mentor("U0FRAN", "fran", "Fran Delgado", "America/Denver", {
    skills: ["Java", "Spring", "SQL", "Testing"],
    services: ["Mock interview", "Résumé review", "Code review"],
  }),
  mentor("U0KEN", "ken", "Ken Abara", "America/New_York", {
    skills: ["Go", "Docker & Kubernetes", "AWS", "Linux"],
    services: ["Pair programming", "Career guidance"],
    maxMentees: 1,
  }),
  mentor("U0MAGGIE", "maggie", "Maggie Hamill", "America/New_York", {
    skills: ["Career change", "Product management", "Technical writing"],
    services: ["Career guidance", "Résumé review", "Mock interview"],
  }),
  mentor("U0RADIA", "radia", "Radia Perez", "America/Los_Angeles", {
    skills: ["Cybersecurity", "Networking", "Linux"],
    services: ["Career guidance", "General guidance"],
  }),
  mentor("U0SAM", "sam", "Sam Oyelaran", "Europe/Berlin", {
    skills: ["Ruby on Rails", "JavaScript", "SQL"],
    services: ["Code review", "Pair programming"],
    pausedUntil: "2099-01-01",
  }),
  mentor("U0TIM", "tim", "Tim Larsson", "America/New_York", {
    skills: ["HTML & CSS", "JavaScript", "UX design"],
    services: ["Code review", "Career guidance"],
    inactive: true,
  }),
];

export function personCalled(name: string): Person {
  const person = CAST.find((other) => other.name === name.toLowerCase());
  if (person) return person;
  const names = CAST.map((other) => other.name).join(", ");
  throw new Error(`There is nobody called "${name}" here. There are: ${names}.`);
}

function mentor(
  id: string,
  name: string,
  ...[realName, timeZone, record]: [string, string, NonNullable<Person["mentor"]>]
): Person {
  return { id, name, realName, timeZone, mentor: record };
}
