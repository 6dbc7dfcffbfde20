import { tell } from "./tell.js";

const LONGEST_MS = 300_000;
const SIGHT_MS = 700;

/** Waits until this is on the page; gives up quietly after five minutes, or when the story is stopped. */
export function seen(selector, going) {
  return when(() => document.querySelector(selector), going);
}

/** Looks now and whenever the page changes. */
function when(look, going) {
  return new Promise((resolve) => {
    const finish = (found) => {
      watcher.disconnect();
      clearTimeout(timer);
      going.removeEventListener("abort", check);
      resolve(found);
    };
    const check = () => {
      const found = going.aborted ? null : look();
      if (found || going.aborted) finish(found);
    };
    const watcher = new MutationObserver(check);
    const timer = setTimeout(() => finish(null), LONGEST_MS);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    going.addEventListener("abort", check);
    check();
  });
}

/** The hands of the story: they do on the page what a person would, slowly enough to be followed. */
export function hands(going) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, SIGHT_MS));
  const press = async (selector) => {
    const target = await when(() => [...document.querySelectorAll(selector)].at(-1), going);
    target?.classList.add("pressed");
    await pause();
    if (!going.aborted) target?.click();
  };
  return {
    press,
    /** Sends a form; once more where the app asks whether that is really meant. */
    async send() {
      await press("dialog[open] [type='submit']");
      const done = "dialog[open] form:not(:has([type='submit']))";
      const answer = await seen(`${done}, dialog[open] .problem:not(:empty)`, going);
      if (answer?.matches(".problem")) await press("dialog[open] [type='submit']");
    },
    async type(text) {
      const input = await seen(".conversation .composer input", going);
      if (!input) return;
      input.value = text;
      await pause();
      if (!going.aborted) input.form.requestSubmit();
    },
    async choose(selector, label) {
      const select = await seen(`dialog[open] ${selector}`, going);
      const option = [...(select?.options ?? [])].find(({ text }) => text === label);
      if (option) select.value = option.value;
      await pause();
    },
    async tick(label) {
      const box = await when(
        () => [...document.querySelectorAll("dialog[open] label")].find((one) => one.textContent.trim() === label),
        going,
      );
      box?.scrollIntoView({ block: "nearest" });
      box?.querySelector("input").click();
      await pause();
    },
    async write(selector, text) {
      const field = await seen(`dialog[open] ${selector}`, going);
      if (field) field.value = text;
      await pause();
    },
    async skip() {
      const button = await seen("[data-time='step']:not([aria-disabled])", going);
      button?.classList.add("pressed");
      await pause();
      if (!going.aborted && button) await tell(`/requests/${button.dataset.request}/time`, { by: "step" });
    },
    async closeModals() {
      const button = await when(() => document.querySelector("[data-slot='modal'] footer [data-close]"), going);
      await pause();
      button?.click();
    },
  };
}
