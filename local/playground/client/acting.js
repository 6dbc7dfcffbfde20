import { sure } from "./modals.js";
import { act } from "./tell.js";
import { heldBy } from "./values.js";

/** Buttons, menus and pickers of the app: whatever has an action, in a message, a modal or the Home tab. */
document.addEventListener("click", ({ target }) => {
  const element = target.closest("[data-action]");
  if (!element || element.dataset.on === "change") return;
  void press(element, element.dataset.value);
});

document.addEventListener("change", ({ target }) => {
  const element = target.closest("[data-action][data-on='change']");
  if (!element || target.matches("[data-narrow]")) return;
  const kind = element.dataset.type ?? element.querySelector("[data-type]")?.dataset.type;
  void press(element, heldBy(element, kind ?? kindOf(target)));
});

const kindOf = ({ type }) => (type === "datetime-local" ? "datetimepicker" : type === "checkbox" ? "checkboxes" : type);

async function press(element, value) {
  const { action, block, confirm } = element.dataset;
  if (element.getAttribute("aria-disabled") === "true") return;
  if (confirm && !(await sure(JSON.parse(confirm)))) return;
  const where = whereOf(element);
  if (!where) return;
  element.closest("details[open]")?.removeAttribute("open");
  element.setAttribute("aria-disabled", "true");
  await act("press", { ...where, action, block, ...(value !== undefined && { value }) });
  element.removeAttribute("aria-disabled");
}

function whereOf(element) {
  const { channel, ts } = element.closest("[data-ts]")?.dataset ?? {};
  if (channel) return { channel, ts };
  const { view } = element.closest("[data-view]")?.dataset ?? {};
  return view && { view };
}
