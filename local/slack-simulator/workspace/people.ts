import { SlackError } from "../slack-error.ts";
import type { SeedUser } from "../slack-seed.ts";

/** Who is in the workspace, the app's own bot user included. */
export class People {
  readonly #users: Map<string, SeedUser>;

  constructor(users: readonly SeedUser[]) {
    this.#users = new Map(users.map((user) => [user.id, user]));
  }

  all(): readonly SeedUser[] {
    return [...this.#users.values()];
  }

  find(id: string): SeedUser | undefined {
    return this.#users.get(id);
  }

  /** @throws user_not_found */
  get(id: string): SeedUser {
    const user = this.find(id);
    if (!user) throw new SlackError("user_not_found");
    return user;
  }

  byEmail(email: string): SeedUser | undefined {
    const wanted = email.toLowerCase();
    return this.all().find((user) => user.email?.toLowerCase() === wanted && !user.deactivated);
  }

  /** Changes somebody, or adds them. */
  set(id: string, change: Partial<Omit<SeedUser, "id">>): SeedUser {
    const user = { name: id.toLowerCase(), ...this.find(id), ...change, id };
    this.#users.set(id, user);
    return user;
  }
}
