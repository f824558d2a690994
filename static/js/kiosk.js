/* The reception's screen: what is on the board now, without the page starting over. */

const MINUTE = 60_000;

async function look() {
  const answer = await fetch(window.location.href, { cache: "no-cache" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = document.getElementById("main");
  const now = page.getElementById("main");
  if (now && now.innerHTML !== shown.innerHTML) shown.replaceChildren(...now.childNodes);
}

// A board that cannot be reached stays as it was, and is asked again.
setInterval(() => look().catch(() => {}), MINUTE);
