import type { ReactNode } from "react";
import { CAST } from "../../seed/cast.ts";
import type { SeedUser } from "../../slack-simulator/slack-seed.ts";
import { hrefOf, type Place } from "../place.ts";
import type { ReadMarks } from "../read-marks.ts";
import { Avatar } from "./avatar.tsx";

interface Rail {
  readonly people: readonly SeedUser[];
  readonly place: Place;
  readonly marks: ReadMarks;
}

type Part = "Members" | "Staff" | "Mentors";

/** Everybody whom one can be, with what waits for each of them. */
export function PeopleRail({ people, place, marks }: Rail): ReactNode {
  const playable = people.filter(({ isBot, deactivated }) => !isBot && !deactivated);
  return (["Members", "Staff", "Mentors"] as const).map((part) => (
    <section key={part} aria-label={part}>
      <h2>{part}</h2>
      <ul>
        {playable
          .filter(({ id }) => partOf(id) === part)
          .map((person) => (
            <li key={person.id}>
              <Somebody person={person} place={place} badge={marks.badgeOf(person.id)} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

interface One {
  readonly person: SeedUser;
  readonly place: Place;
  readonly badge: number;
}

function Somebody({ person: { id, name, realName = name }, place, badge }: One): ReactNode {
  const current = id === place.user;
  const [first, ...rest] = realName.split(" ");
  return (
    <a href={hrefOf(place, { user: id, where: landing(id) })} aria-current={current ? "true" : undefined}>
      <Avatar name={realName} />
      <span>
        <span className="out-of-sight">Be </span>
        {first}
        <span className="out-of-sight">{` ${rest.join(" ")}${roleOf(id)}${badge > 0 ? `, ${badge} unread` : ""}`}</span>
      </span>
      {badge > 0 && (
        <span className="count" aria-hidden="true">
          {badge}
        </span>
      )}
    </a>
  );
}

const castOf = (id: string) => CAST.find((person) => person.id === id);

function partOf(id: string): Part {
  const person = castOf(id);
  if (person?.part) return "Staff";
  return person?.mentor ? "Mentors" : "Members";
}

function roleOf(id: string): string {
  const person = castOf(id);
  if (person?.part === "ceo") return ", the CEO";
  if (person?.part === "coordinator") return ", the coordinator";
  return person?.mentor ? ", a mentor" : "";
}

/** Mentors watch their channel; everybody else hears from the app. */
const landing = (id: string): string => (partOf(id) === "Mentors" ? "mentors" : "app");
