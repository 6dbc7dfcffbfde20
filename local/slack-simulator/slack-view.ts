import type { StateValues } from "./block-kit/state-values.ts";
import type { Home, Modal } from "./block-kit/view.ts";

interface Kept {
  readonly id: string;
  /** Changes with every update; `views.update` and `views.publish` refuse an older one. */
  readonly hash: string;
  /** What the person has typed and chosen so far. */
  readonly state: { readonly values: StateValues };
}

/** A modal on somebody's screen; the first of a stack has no `previousViewId`. */
export type OpenView = Modal & Kept & { readonly rootViewId: string; readonly previousViewId?: string };

/** The app's Home tab, as one person sees it. */
export type HomeView = Home & Kept;
