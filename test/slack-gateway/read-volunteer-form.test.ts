import { expect, test } from "vitest";
import type { Catalogue } from "../../domain/catalogue.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { VOLUNTEER } from "../../domain/wording/volunteer-form.ts";
import { readVolunteerForm } from "../../slack-gateway/read-volunteer-form.ts";
import { record } from "../domain/a-request.ts";

const choice = (name: string) => ({ id: record(name), name });
const [REVIEW, SQL, GO] = [choice("Review"), choice("SQL"), choice("Go")];
const CATALOGUE: Catalogue = { services: [REVIEW], skills: [GO, SQL], affiliations: [] };

interface Filled {
  readonly skills?: readonly string[];
  readonly services?: readonly string[];
  readonly mentees?: string;
  readonly bio?: string | null;
  readonly conduct?: readonly string[];
}

/** What Slack sends of a form that was filled in like this. */
function sent({ skills = [SQL.id], services = [], mentees = "2", bio = null, conduct = ["accepted"] }: Filled = {}) {
  const several = (values: readonly string[]) => ({ choice: { selected_options: values.map((value) => ({ value })) } });
  return {
    skills: several(skills),
    services: several(services),
    mentees: { choice: { selected_option: { value: mentees } } },
    bio: { text: { value: bio } },
    conduct: several(conduct),
  };
}

test.each<[string, Filled, Record<string, string>]>([
  ["has not accepted the code of conduct", { conduct: [] }, { conduct: VOLUNTEER.conductMissing }],
  ["knows nothing", { skills: [] }, { skills: VOLUNTEER.skillsMissing }],
  ["knows only what is no longer offered", { skills: [record("Gone")] }, { skills: VOLUNTEER.noLongerOffered }],
  ["knows more than is still offered", { skills: [SQL.id, record("Gone")] }, { skills: VOLUNTEER.noLongerOffered }],
  ["helps with what is no longer offered", { services: [record("Gone")] }, { services: VOLUNTEER.noLongerOffered }],
])("a volunteer who %s is told at the place where it is missing", (_what, filled, errors) => {
  expect(readVolunteerForm(sent(filled), CATALOGUE)).toEqual({ errors });
});

test.each([
  ["2", { maxMentees: 2 }],
  ["any", {}],
])("a volunteer who has accepted it offers what they chose, to so many at a time: %s", (mentees, most) => {
  const filled = sent({ skills: [SQL.id, GO.id], services: [REVIEW.id], mentees, bio: " I like compilers.\n" });
  expect(readVolunteerForm(filled, CATALOGUE)).toEqual({
    profile: { skills: [GO, SQL], services: [REVIEW], bio: "I like compilers.", ...most },
  });
});

test.each([undefined, null, "text", {}, { ...sent(), conduct: undefined }])(
  "a form that no client of Slack's would send (%j) is answered, and nothing is taken",
  (values) => {
    expect(readVolunteerForm(values, CATALOGUE)).toEqual({ errors: { skills: ANSWERS.somethingWrong } });
  },
);
