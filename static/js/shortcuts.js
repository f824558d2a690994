// Single keys on the live page. They never fire while somebody writes in a field and
// can be turned off (WCAG 2.1.4); the choice is kept in this browser.

const STORE = "justera:shortcuts-off";
const CHOICES = { j: "yes", n: "no", a: "abstain" };
const WRITING =
  "textarea, select, [contenteditable=true]," +
  " input:not([type=checkbox]):not([type=radio]):not([type=submit])";

function isOff() {
  try {
    return localStorage.getItem(STORE) === "1";
  } catch {
    return false; // A private window: the shortcuts are on at every visit.
  }
}

function remember(off) {
  try {
    localStorage.setItem(STORE, off ? "1" : "0");
  } catch {
    // Nothing is kept; the switch holds for this page.
  }
}

function reveal(fold) {
  fold.open = true;
  const field = fold.querySelector("input:not([type=hidden]), select, textarea, button");
  (field ?? fold.querySelector("summary")).focus();
}

function firstUnvoted(form) {
  const rows = [...form.querySelectorAll("fieldset")];
  const row = rows.find((one) => !one.querySelector(":checked")) ?? rows[0];
  return row?.querySelector("input") ?? form.querySelector("input:not([type=hidden])");
}

// No vote is open: V begins one, in the form of the question.
function newVote(root) {
  const fold = root.querySelector("[data-shortcut=f]");
  if (!fold) return;
  const open = fold.querySelector("input[value=open_vote]");
  if (open) open.checked = true;
  reveal(fold);
}

function press(target) {
  if (target.tagName === "DETAILS") reveal(target);
  else if (target.tagName === "FORM") firstUnvoted(target)?.focus();
  else target.click();
}

// Among the names one key answers and goes to the next name.
function vote(event, key) {
  const row = event.target.closest?.("form[data-votes] fieldset");
  if (!row || !(key in CHOICES)) return false;
  const radio = row.querySelector(`input[value=${CHOICES[key]}]`);
  if (!radio) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  const form = row.closest("form");
  const rows = [...form.querySelectorAll("fieldset")];
  const next = rows[rows.indexOf(row) + 1];
  (next?.querySelector("input") ?? form.querySelector("[type=submit]")).focus();
  return true;
}

export function startShortcuts(live, say) {
  const dialog = document.getElementById("live-help");
  if (!dialog) return;
  const control = dialog.querySelector("[data-live-switch]");
  let off = isOff();
  const show = () => {
    document.documentElement.classList.toggle("has-shortcuts", !off);
    control.checked = !off;
  };
  control.addEventListener("change", () => {
    off = !control.checked;
    remember(off);
    show();
    say(off ? "stopped" : "started");
  });
  document.querySelector("[data-live-help]").addEventListener("click", () => {
    dialog.showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (off || dialog.open || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.matches?.(WRITING)) return;
    const key = event.key.toLowerCase();
    if (vote(event, key)) return event.preventDefault();
    if (!/^[a-z?]$/.test(key)) return;
    const target = document.querySelector(`[data-shortcut="${key}"]`);
    if (target) press(target);
    else if (key === "v") newVote(live());
    else return;
    event.preventDefault();
  });
  show();
}
