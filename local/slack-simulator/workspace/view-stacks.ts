import { LIMITS } from "../block-kit/limits.ts";
import { initialState, keptState } from "../block-kit/state-values.ts";
import type { Modal } from "../block-kit/view.ts";
import { SlackError } from "../slack-error.ts";
import type { OpenView } from "../slack-view.ts";

interface Ids {
  readonly newId: (prefix: string) => string;
  readonly newHash: () => string;
}

/** The modals on everybody's screen. The last of a stack is the one that the person sees. */
export class ViewStacks {
  readonly #stacks: Map<string, readonly OpenView[]>;
  readonly #ids: Ids;

  constructor(ids: Ids, kept: readonly (readonly [string, readonly OpenView[]])[]) {
    this.#ids = ids;
    this.#stacks = new Map(kept);
  }

  all(): readonly (readonly [string, readonly OpenView[]])[] {
    return [...this.#stacks].filter(([, views]) => views.length > 0);
  }

  of(user: string): readonly OpenView[] {
    return this.#stacks.get(user) ?? [];
  }

  find(wanted: (view: OpenView) => boolean): { readonly user: string; readonly view: OpenView } | undefined {
    for (const [user, views] of this.#stacks) {
      const view = views.find(wanted);
      if (view) return { user, view };
    }
    return undefined;
  }

  /** @throws push_limit_reached, duplicate_external_id */
  push(user: string, modal: Modal): OpenView {
    const stack = this.of(user);
    if (stack.length >= LIMITS.viewStack) throw new SlackError("push_limit_reached");
    this.#refuseTaken(modal.external_id);
    const below = stack.at(-1);
    const id = this.#ids.newId("V");
    const view: OpenView = {
      ...modal,
      id,
      hash: this.#ids.newHash(),
      state: { values: initialState(modal.blocks) },
      rootViewId: below?.rootViewId ?? id,
      ...(below ? { previousViewId: below.id } : {}),
    };
    this.#stacks.set(user, [...stack, view]);
    return view;
  }

  /** Redraws a view, with what the person had typed into elements that are still there. */
  redraw(user: string, { id, modal }: { readonly id: string; readonly modal: Modal }): OpenView {
    const old = this.#get(user, id);
    if (modal.external_id !== old.external_id) this.#refuseTaken(modal.external_id);
    return this.#replace(user, {
      ...modal,
      id,
      rootViewId: old.rootViewId,
      ...(old.previousViewId === undefined ? {} : { previousViewId: old.previousViewId }),
      hash: this.#ids.newHash(),
      state: { values: keptState(old.state.values, modal.blocks) },
    });
  }

  /** What the person typed; the app is not told, and the hash stays. */
  fill(user: string, { id, state }: Pick<OpenView, "id" | "state">): OpenView {
    return this.#replace(user, { ...this.#get(user, id), state });
  }

  /** Takes this view away, and everything on top of it. Returns what was taken, topmost first. */
  closeFrom(user: string, id: string): readonly OpenView[] {
    const stack = this.of(user);
    const at = stack.findIndex((view) => view.id === id);
    if (at < 0) return [];
    this.#stacks.set(user, stack.slice(0, at));
    return stack.slice(at).reverse();
  }

  #get(user: string, id: string): OpenView {
    const view = this.of(user).find((one) => one.id === id);
    if (!view) throw new SlackError("not_found");
    return view;
  }

  #replace(user: string, view: OpenView): OpenView {
    this.#stacks.set(
      user,
      this.of(user).map((one) => (one.id === view.id ? view : one)),
    );
    return view;
  }

  #refuseTaken(externalId: string | undefined): void {
    if (externalId && this.find(({ external_id }) => external_id === externalId)) {
      throw new SlackError("duplicate_external_id");
    }
  }
}
