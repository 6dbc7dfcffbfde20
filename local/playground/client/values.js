/** What an input of a form holds, as the simulator takes it; null when it is empty. */
export function heldBy(input, type) {
  const ticked = [...input.querySelectorAll(":checked:is([type='checkbox'], [type='radio'])")].map(
    ({ value }) => value,
  );
  switch (type) {
    case "radio_buttons":
      return ticked[0] ?? null;
    case "checkboxes":
    case "multi_static_select":
    case "multi_users_select":
      return ticked;
    case "datetimepicker": {
      const control = input.querySelector("[data-control]");
      return control.value ? secondsIn(control.dataset.zone, control.value) : null;
    }
    default:
      return input.querySelector("[data-control]")?.value || null;
  }
}

/** A date and time as they are in this zone, in seconds since 1970. */
function secondsIn(timeZone, local) {
  const asUtc = Date.parse(`${local}Z`);
  const thereAt = (at) => Date.parse(`${new Date(at).toLocaleString("en-US", { timeZone })} UTC`) - at;
  return Math.round((asUtc - thereAt(asUtc - thereAt(asUtc))) / 1000);
}
