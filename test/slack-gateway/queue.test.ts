import { expect, test } from "vitest";
import { DAY } from "../../domain/duration.ts";
import { requestId } from "../../domain/ids.ts";
import { type MentorRequest, moved } from "../../domain/request.ts";
import { FOR_STAFF } from "../../domain/wording/for-staff.ts";
import { moment } from "../../domain/wording/slack-text.ts";
import type { ListedRequest } from "../../slack-gateway/listed-request.ts";
import { onNextRequests } from "../../slack-gateway/listeners/staff.ts";
import { openRequests } from "../../slack-gateway/queue.ts";
import type { Requests } from "../../slack-gateway/requests.ts";
import { NEXT_REQUESTS, queueBlocks, SHOW_REQUEST } from "../../slack-gateway/views/staff.ts";
import { ADA, aRequest, BOB, START } from "../domain/a-request.ts";

const NOW = START + 20 * DAY;

const asked = (name: string, daysAgo: number): MentorRequest => ({
  ...aRequest({ at: NOW - daysAgo * DAY }),
  id: requestId(`request-${name}-0000000001`),
});

const givenBack = (request: MentorRequest, daysAgo: number): MentorRequest =>
  moved(claimed(request), { status: "waiting" }, NOW - daysAgo * DAY);

const claimed = (request: MentorRequest): MentorRequest =>
  moved(request, { status: "claimed", by: ADA, verified: true }, request.openedAt + DAY);

function snoozed(request: MentorRequest, days: number): MentorRequest {
  return { ...request, stay: { ...request.stay, since: NOW + days * DAY } };
}

const listed = ({ id, openedAt }: MentorRequest, status: ListedRequest["status"] = "waiting"): ListedRequest => ({
  id,
  isOpen: true,
  status,
  service: "Code review",
  skills: ["SQL"],
  mentee: BOB,
  openedAt,
});

/** Requests as Temporal lists them, of which these can be read. */
function requestsWith(list: readonly ListedRequest[], readable: readonly MentorRequest[]): Requests {
  return {
    open: async () => "not-taken",
    act: async () => "not-sent",
    read: async (id) => readable.find((request) => request.id === id),
    list: async () => [...list].sort((a, b) => a.openedAt - b.openedAt),
  };
}

interface Pressed {
  readonly action_id: string;
  readonly value: string;
}

/** The buttons of a list: which requests can be opened from it, and where the next part begins. */
function buttonsIn(blocks: readonly object[]) {
  const all = blocks
    .flatMap(({ elements, accessory }: { elements?: Pressed[]; accessory?: Pressed }) => [
      ...(elements ?? []),
      accessory,
    ])
    .filter((button) => button !== undefined);
  return {
    opens: all.filter(({ action_id }) => action_id === SHOW_REQUEST).map(({ value }) => value),
    next: all.find(({ action_id }) => action_id === NEXT_REQUESTS)?.value,
  };
}

const names = (queue: readonly ListedRequest[] | undefined) => queue?.map(({ id }) => id.split("-")[1]);

test("first stands what has waited longest, all stays together, and behind all that wait what somebody has", async () => {
  const [old, back, young] = [asked("old", 6), givenBack(asked("back", 12), 5.5), asked("young", 1)];
  const [asleep, taken] = [snoozed(asked("asleep", 9), 3), claimed(asked("taken", 15))];
  const waiting = [old, back, young, asleep];
  const queue = await openRequests(
    requestsWith([...waiting.map((one) => listed(one)), listed(taken, "claimed")], waiting),
    NOW,
  );
  expect(names(queue)).toEqual(["back", "old", "young", "asleep", "taken"]);
  const shown = JSON.stringify(queueBlocks(queue ?? [], NOW));
  expect(shown).toContain("waiting for 6 days; asked 6 days ago");
  expect(shown).toContain("waiting for 6 days 12 hours; asked 12 days ago");
  expect(shown).toContain(`waiting, snoozed until ${moment(NOW + 3 * DAY)}; asked 9 days ago`);
  expect(shown).not.toContain(FOR_STAFF.unseen);
});

test("one that cannot be read counts from when it was asked, and the list says so", async () => {
  const [old, back] = [asked("old", 6), givenBack(asked("back", 12), 2)];
  const queue = await openRequests(requestsWith([listed(old), listed(back)], [old]), NOW);
  expect(names(queue)).toEqual(["back", "old"]);
  const shown = JSON.stringify(queueBlocks(queue ?? [], NOW));
  expect(shown).toContain("waiting; asked 12 days ago");
  expect(shown).toContain(FOR_STAFF.unseen);
});

test("what was claimed or closed a moment ago, while the list still has it as waiting, stands as it is", async () => {
  const [taken, over] = [claimed(asked("taken", 8)), asked("over", 7)];
  const closed = moved(over, { status: "closed", outcome: { kind: "withdrawn" } }, NOW);
  const young = asked("young", 1);
  const queue = await openRequests(
    requestsWith(
      [taken, over, young].map((one) => listed(one)),
      [taken, closed, young],
    ),
    NOW,
  );
  expect(names(queue)).toEqual(["young", "taken"]);
  expect(queue?.[1]).toMatchObject({ status: "claimed", mentor: ADA });
});

test("of three hundred each can be opened: the next ones follow in the same window, and those of Home in a window", async () => {
  const list = Array.from({ length: 300 }, (_, n) => listed(asked(String(n), 2 - n / 300)));
  const requests = requestsWith(list, []);
  const home = buttonsIn(queueBlocks(list, NOW, { atMost: 30 }));
  const opened: string[] = [...home.opens];
  const people = { coordinators: [BOB], coordinator: BOB, ceo: BOB };
  const press = onNextRequests({ programme: { current: { people } } as never, requests });
  const done: string[] = [];
  let next = home.next;
  for (let view: object | undefined; next !== undefined; ) {
    let blocks: readonly object[] = [];
    const shows = (how: string) => async (given: { view: { blocks: readonly object[] } }) => {
      done.push(how);
      blocks = given.view.blocks;
      return { view: { id: "V1" } };
    };
    await press({
      ack: async () => undefined,
      action: { value: next },
      body: { user: { id: BOB }, trigger_id: "1", view },
      client: { views: { open: shows("open"), update: shows("update") } },
    } as never);
    view = { id: "V1", type: "modal" };
    ({ next } = buttonsIn(blocks));
    opened.push(...buttonsIn(blocks).opens);
  }
  expect(opened).toHaveLength(300);
  expect(new Set(opened).size).toBe(300);
  expect(done.filter((how) => how === "open")).toHaveLength(1);
});
