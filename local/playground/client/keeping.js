/** What somebody has typed and chosen goes along when a form is drawn anew, as Slack does. */
export function keepTyped(before, after) {
  for (const input of after.querySelectorAll("dialog [name]")) {
    const old = [...before.querySelectorAll(`[name="${CSS.escape(input.name)}"]`)].find(
      (one) => !isTick(one) || one.value === input.value,
    );
    if (!old) continue;
    if (isTick(input)) input.checked = old.checked;
    else input.value = old.value;
  }
}

const isTick = ({ type }) => type === "checkbox" || type === "radio";

/** Remembers where the focus is; call what comes back when the new part is in its place. */
export function keepFocus(before) {
  const active = document.activeElement;
  if (!active || !before.contains(active)) return () => undefined;
  const selector = ["id", "data-action", "data-close", "data-time", "data-switch", "href", "name"]
    .filter((name) => active.hasAttribute(name))
    .map((name) => `[${name}="${CSS.escape(active.getAttribute(name))}"]`)
    .join("");
  const { selectionStart, selectionEnd } = active;
  return (after) => {
    const now = selector && after.querySelector(selector);
    (now || after.querySelector("[tabindex='-1']"))?.focus({ preventScroll: true });
    if (now && typeof selectionStart === "number" && now.setSelectionRange)
      now.setSelectionRange(selectionStart, selectionEnd);
  };
}
