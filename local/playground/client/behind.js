import { say, tell } from "./tell.js";

/** Time, switches and the request on show. */
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-time], [data-switch]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const { time, request, switch: part } = button.dataset;
  const to = button.getAttribute("aria-checked") === "true" ? "down" : "up";
  button.setAttribute("aria-disabled", "true");
  const { problem } = await (time ? tell(`/requests/${request}/time`, { by: time }) : tell("/switches", { part, to }));
  if (problem) say(problem);
  button.removeAttribute("aria-disabled");
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-go]")) location.assign(target.value);
});
