import { keepFocus, keepTyped } from "./keeping.js";
import { openModals } from "./modals.js";
import { keepAtTheEnd } from "./scrolling.js";

let source;

/** Follows what changes. A tab that nobody sees gives its connection up: a browser has six for each server. */
export function goLive() {
  connect();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) connect();
    else source.close();
  });
  addEventListener("pagehide", () => source.close());
}

function connect() {
  source?.close();
  source = new EventSource(`/live/${document.body.dataset.page}`);
  source.addEventListener("change", ({ data }) => change(JSON.parse(data)));
  source.addEventListener("reload", () => location.reload());
}

/** Makes a slot show these keys in this order; `html` holds those of them that are new or different. */
function change({ slot, keys, html }) {
  const box = document.querySelector(`[data-slot="${slot}"]`);
  if (!box) return;
  const stay = keepAtTheEnd(box);
  const parts = new Map([...box.children].map((part) => [part.dataset.key, part]));
  for (const text of html) {
    const template = document.createElement("template");
    template.innerHTML = text;
    const part = template.content.firstElementChild;
    const before = parts.get(part.dataset.key);
    if (before?.contains(document.activeElement) && before.querySelector("[data-patient]")) {
      changeLater(before, part);
      continue;
    }
    if (before) replace(before, part);
    parts.set(part.dataset.key, part);
  }
  keys.forEach((key, i) => {
    const part = parts.get(key);
    if (part && box.children[i] !== part) box.insertBefore(part, box.children[i] ?? null);
  });
  const wanted = new Set(keys);
  for (const part of [...box.children]) if (!wanted.has(part.dataset.key)) part.remove();
  stay();
  if (slot === "modal") openModals();
}

function replace(before, part) {
  const focus = keepFocus(before);
  keepTyped(before, part);
  before.replaceWith(part);
  if (part.querySelector("dialog")) openModals();
  focus(part);
}

/** Nobody is interrupted while they type. */
function changeLater(before, part) {
  before.addEventListener("focusout", () => setTimeout(() => before.isConnected && replace(before, part)), {
    once: true,
  });
}
