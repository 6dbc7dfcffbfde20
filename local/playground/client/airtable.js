import { say, tell } from "./tell.js";

const tableOnShow = () => document.querySelector("[data-add-row]").dataset.addRow;

const addressOf = (...parts) => ["/airtable", ...parts.map(encodeURIComponent)].join("/");

/** Staff at work in Airtable: a cell is saved when it is left. */
document.addEventListener("change", async ({ target }) => {
  const { field } = target.dataset;
  const row = target.closest("tr[data-key]")?.dataset.key;
  if (!field || !row) return;
  const value = target.type === "checkbox" ? target.checked : target.value;
  const { problem } = await tell(addressOf(tableOnShow(), row), { field, value });
  target.toggleAttribute("aria-invalid", Boolean(problem));
  if (problem) say(problem);
});

document.addEventListener("click", async ({ target }) => {
  const { addRow, removeRow } = target.closest("[data-add-row], [data-remove-row]")?.dataset ?? {};
  if (!addRow && !removeRow) return;
  const { problem } = await tell(addRow ? addressOf(addRow) : addressOf(tableOnShow(), removeRow, "remove"));
  if (problem) say(problem);
});
