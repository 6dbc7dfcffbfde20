const KEY = "muster-pane";

/** On a narrow screen one part of the page is shown at a time. */
function show(pane) {
  document.body.dataset.onShow = pane;
  sessionStorage.setItem(KEY, pane);
  for (const button of document.querySelectorAll(".panes button")) {
    if (button.dataset.pane === pane) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

document.addEventListener("click", ({ target }) => {
  const pane = target.closest("[data-pane]")?.dataset.pane;
  if (pane) show(pane);
});

show(sessionStorage.getItem(KEY) ?? "conversation");
