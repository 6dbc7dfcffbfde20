import { act } from "./tell.js";
import { heldBy } from "./values.js";

/** Modals: sent, closed, and what is wrong with them shown where it is wrong. */
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.submit) return;
  event.preventDefault();
  const button = form.querySelector("[type='submit']");
  if (!button || button.disabled) return;
  button.disabled = true;
  const { errors = {} } = await act("submit", { view: form.dataset.submit, filling: fillingOf(form) });
  button.disabled = false;
  showProblems(form, errors);
});

document.addEventListener("click", ({ target }) => {
  const view = target.closest("[data-close]")?.dataset.close;
  if (view) void act("close", { view });
});

function fillingOf(form) {
  const inputs = [...form.querySelectorAll("[data-input]")];
  return Object.fromEntries(inputs.map((input) => [input.dataset.input, heldBy(input, input.dataset.type)]));
}

function showProblems(form, errors) {
  for (const input of form.querySelectorAll("[data-input]")) {
    const problem = errors[input.dataset.input];
    input.querySelector(".problem").textContent = problem ?? "";
    input.classList.toggle("wrong", Boolean(problem));
    const control = input.querySelector("[data-control]");
    if (problem) control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  }
  form.querySelector(".wrong :is(input, select, textarea)")?.focus();
}
