/** Sends something to the server; what comes back says what became of it. Never throws. */
export async function tell(address, body = {}) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return { problem: "The playground does not answer. Is `npm start` still running?" };
  }
}

/** Does something in Slack as whoever this page is. Says so where the app did not answer. */
export async function act(deed, body) {
  const became = await tell(`/as/${document.body.dataset.user}/${deed}`, body);
  if (became.problem) say(became.problem);
  else if (became.sent && !became.acked && !became.errors)
    say("Muster did not answer in time. Nothing may have happened: try again.");
  else if (!became.sent && deed !== "write" && deed !== "close" && !became.errors)
    say("Muster is not connected to Slack at this moment.");
  return became;
}

let fading;

/** A word to the person, for a while. */
export function say(text) {
  const toast = document.getElementById("toast");
  toast.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => {
    toast.textContent = "";
  }, 8000);
}
