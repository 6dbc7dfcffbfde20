import { type Checked, checkHome, checkModal } from "../block-kit/check-blocks.ts";
import { LIMITS } from "../block-kit/limits.ts";
import type { Home, Modal } from "../block-kit/view.ts";
import { SlackError } from "../slack-error.ts";

/** @throws invalid_arguments, view_too_large */
export const givenModal = (view: unknown): Modal => passed(view, checkModal);

/** @throws invalid_arguments, view_too_large */
export const givenHome = (view: unknown): Home => passed(view, checkHome);

function passed<T>(view: unknown, check: (view: unknown) => Checked<T>): T {
  if (Buffer.byteLength(JSON.stringify(view ?? null)) > LIMITS.viewBytes) throw new SlackError("view_too_large");
  const checked = check(view);
  if (checked.ok) return checked.value;
  throw new SlackError("invalid_arguments", { response_metadata: { messages: checked.complaints } });
}
