/** Long lists are narrowed down by typing. What is ticked stays in sight. */
document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-narrow]")) return;
  const wanted = target.value.trim().toLowerCase();
  for (const label of target.parentElement.querySelectorAll(".ticks label")) {
    const ticked = label.querySelector(":checked");
    label.hidden = !ticked && !label.textContent.toLowerCase().includes(wanted);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-narrow]")) event.preventDefault();
});
