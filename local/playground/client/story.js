import { hands, seen } from "./hands.js";
import { STEPS } from "./story-steps.js";

const KEY = "muster-story";
/** Reading takes a while: some time for each sentence, and more for a long one. */
const readingMs = (text) => 3_000 + 55 * text.length;

const STUCK = {
  says: "Something is in the way of the story, and it ends here. `npm start -- --fresh` begins anew; or go on by yourself.",
  last: true,
};

const bar = document.getElementById("story");
const home = bar.nextElementSibling;

/** While a modal is open nothing outside of it can be pressed: so the bar goes along into it. */
function followModals() {
  const modal = document.querySelector("[data-slot='modal'] dialog[open]");
  if (modal && bar.parentElement !== modal) modal.prepend(bar);
  else if (!modal && bar.nextElementSibling !== home) home.before(bar);
}

let going = new AbortController();

const at = () => Number(sessionStorage.getItem(KEY) ?? -1);

/** Where the story is told: a bar above everything, which belongs to this tab alone. */
function tellStory(number) {
  const step = STEPS[number];
  if (!step) return stop();
  if (goThere(step)) return;
  going = new AbortController();
  show(number, step);
  void play(step, going.signal).then((went) => {
    if (went === "stopped" || step.last) return;
    if (went === "stuck") return show(number, STUCK);
    sessionStorage.setItem(KEY, number + 1);
    tellStory(number + 1);
  });
}

async function play({ says, does, until }, going) {
  const read = new Promise((resolve) => setTimeout(resolve, readingMs(says)));
  await does?.(hands(going));
  const arrived = !until || (await seen(until, going));
  await read;
  if (going.aborted) return "stopped";
  return arrived ? "played" : "stuck";
}

/** To the person and the place of the step, by the usual address; the page that comes goes on with the story. */
function goThere({ as, at: place, beside, table }) {
  const query = new URLSearchParams({ ...(beside && { beside }), ...(table && { table }) });
  const there = `/as/${as}/${place}${query.size ? `?${query}` : ""}`;
  const here = document.body.dataset;
  if (here.user === as && here.where === place && !beside) return false;
  if (`${location.pathname}${location.search}` === there) return false;
  location.assign(there);
  return true;
}

function show(number, { says, last }) {
  bar.hidden = false;
  bar.replaceChildren(
    element("p", { textContent: `${number + 1} of ${STEPS.length}`, className: "number" }),
    element("p", { textContent: says, className: "says" }),
    element("button", { textContent: last ? "Done" : "Stop here", type: "button", onclick: stop }),
  );
}

function stop() {
  going.abort();
  sessionStorage.removeItem(KEY);
  bar.hidden = true;
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);

document.addEventListener("click", ({ target, isTrusted }) => {
  if (target.closest("[data-story]")) {
    sessionStorage.setItem(KEY, 0);
    tellStory(0);
  } else if (isTrusted && at() >= 0 && target.closest("a, button, input, select") && !target.closest("#story")) {
    // Whoever takes something into their own hands goes on by themselves.
    stop();
  }
});

new MutationObserver(followModals).observe(document.querySelector("[data-slot='modal']"), {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["open"],
});
followModals();
if (at() >= 0) tellStory(at());
