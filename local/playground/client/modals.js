/** Shows the modal that stands on the page, if one does. */
export function openModals() {
  const dialog = document.querySelector("[data-slot='modal'] dialog");
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    dialog.querySelector("[data-close]").click();
  });
  dialog.querySelector(".content :is(select, input, textarea)")?.focus();
}

/** Asks "are you sure?" in the app's own words; resolves with the answer. */
export function sure({ title, text, confirm, deny, style }) {
  const dialog = document.getElementById("confirm");
  dialog.querySelector("h2").textContent = title.text;
  dialog.querySelector("p").textContent = text.text;
  const [no, yes] = dialog.querySelectorAll("button");
  no.textContent = deny.text;
  yes.textContent = confirm.text;
  yes.classList.toggle("danger", style === "danger");
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    no.onclick = () => dialog.close("no");
    yes.onclick = () => dialog.close("yes");
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
  });
}
