const NEAR = 80;

/** Conversations begin at their end, or at the message that the address names. */
export function stayAtTheEnd() {
  for (const box of document.querySelectorAll(".messages")) box.scrollTop = box.scrollHeight;
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (named) named.scrollIntoView({ block: "center" });
}

/** Whoever reads the end goes on reading the end; whoever reads further up is left there. */
export function keepAtTheEnd(box) {
  const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  return () => {
    if (near && box.classList.contains("messages")) box.scrollTop = box.scrollHeight;
  };
}
