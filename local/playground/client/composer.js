import { act } from "./tell.js";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Messages and slash commands. */
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.say) return;
  event.preventDefault();
  const input = form.elements.text;
  const typed = input.value.trim();
  if (!typed) return;
  hide(form);
  input.value = "";
  const { say: channel, thread } = form.dataset;
  const [command, ...words] = typed.split(/\s+/);
  const became = typed.startsWith("/")
    ? await act("command", { command, text: words.join(" "), channel })
    : await act("write", { channel, text: escaped(typed), ...(thread && { thread }) });
  if (became.problem && !input.value) input.value = typed;
});

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form.composer");
  if (!form) return;
  const fitting = optionsOf(form).filter((option) => {
    option.hidden = !target.value.startsWith("/") || !option.dataset.command.startsWith(target.value);
    return !option.hidden;
  });
  if (fitting.length === 0) return hide(form);
  form.querySelector("[role='listbox']").hidden = false;
  target.setAttribute("aria-expanded", "true");
  choose(form, fitting.find((option) => option.ariaSelected === "true") ?? fitting[0]);
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.composer");
  if (!form || event.target.getAttribute("aria-expanded") !== "true") return;
  const options = optionsOf(form).filter(({ hidden }) => !hidden);
  const at = options.findIndex(({ ariaSelected }) => ariaSelected === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) choose(form, options[(at + step + options.length) % options.length]);
  else if (event.key === "Escape") hide(form);
  else if (event.key === "Tab" || (event.key === "Enter" && options[at]?.dataset.command !== event.target.value))
    take(form, options[at]);
  else return;
  event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
  const option = target.closest("form.composer [role='option']");
  if (option) take(option.closest("form"), option);
});

const optionsOf = (form) => [...form.querySelectorAll("[role='option']")];

function choose(form, option) {
  for (const one of optionsOf(form)) one.ariaSelected = String(one === option);
  form.elements.text.setAttribute("aria-activedescendant", option.id);
}

function take(form, option) {
  if (!option) return;
  form.elements.text.value = `${option.dataset.command} `;
  form.elements.text.focus();
  hide(form);
}

function hide(form) {
  form.querySelector("[role='listbox']").hidden = true;
  form.elements.text.setAttribute("aria-expanded", "false");
  form.elements.text.removeAttribute("aria-activedescendant");
}
