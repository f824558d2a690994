// A go at signing: says what changed, once, to those who cannot see the page redraw.
//   [data-attempt-status]   the live region
//   [data-message]          in the part that is fetched again: what to say

const line = document.querySelector("[data-attempt-status]");

document.body.addEventListener("htmx:afterSwap", (event) => {
  const message = event.target.querySelector("[data-message]")?.dataset.message ?? "";
  if (line && line.textContent !== message) line.textContent = message;
});
