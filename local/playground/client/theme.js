const KEY = "muster-theme";

/** As the system has it, until somebody says otherwise. */
function use(theme) {
  document.documentElement.dataset.theme = theme;
}

const kept = localStorage.getItem(KEY);
if (kept) use(kept);

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-theme-switch]")) return;
  const dark = getComputedStyle(document.documentElement).colorScheme.trim() === "dark";
  const isDark = document.documentElement.dataset.theme ? dark : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = isDark ? "light" : "dark";
  localStorage.setItem(KEY, theme);
  use(theme);
});
