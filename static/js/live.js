// The running meeting: keeps the page up to date, sends its forms without leaving it,
// and answers to the keyboard. Without this module the page works by reloading.
//   [data-live]        data-beat, data-point, data-asked, data-pulse-url
//   [data-part] id     a part that is exchanged when the server's is another
//   form[data-live-form]  data-focus-after="css", data-refused when a rule said no
//   [data-shortcut]    the key that presses a button, opens a fold, goes to a form

import { isLoggedOut } from "./server.js";
import { startShortcuts } from "./shortcuts.js";
import { count } from "./votes.js";

const PULSE_MS = 1000;
const SLOW_MS = 5000;

const line = document.querySelector("[data-live-status]");
let root = document.querySelector("[data-live]");
let isSending = false;
let waiting = Promise.resolve();
// What the server last sent for each part: what a form's fields hold does not count.
const sent = new Map();

const partsOf = (live) => [...live.querySelectorAll("[data-part]")];

// What is only good news goes away by itself; the rest stays until it is answered.
const PASSING = new Set(["changed", "saved", "started", "stopped"]);
const PASSING_MS = 5000;
let fading;

function say(word) {
  const text = line.getAttribute(`data-word-${word}`) ?? "";
  if (line.textContent !== text) line.textContent = text;
  clearTimeout(fading);
  if (PASSING.has(word)) fading = setTimeout(() => say(""), PASSING_MS);
}

// The token in each form is another at every answer and says nothing.
function source(part) {
  const copy = part.cloneNode(true);
  for (const token of copy.querySelectorAll("[name=csrfmiddlewaretoken]")) token.remove();
  return copy.innerHTML;
}

function isTouched(field) {
  if (field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field.type !== "select-one") return field.value !== field.defaultValue;
  const chosen = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(chosen, 0);
}

function isDirty(form) {
  const fields = form.querySelectorAll("input, textarea, select");
  return "refused" in form.dataset || [...fields].some(isTouched);
}

const dirtyForms = (part) =>
  [...part.querySelectorAll("form[data-live-form]")].filter(isDirty);

const FOCUSABLE = "a[href], button, summary, input:not([type=hidden]), select, textarea";

// Where the focus is inside a part: by id, else by its number among its like.
function focusIn(part) {
  const active = document.activeElement;
  if (!part.contains(active)) return null;
  const id = active.id;
  const place = [...part.querySelectorAll(FOCUSABLE)].indexOf(active);
  return () => {
    const again = id && document.getElementById(id);
    (again || part.querySelectorAll(FOCUSABLE)[place] || part)?.focus?.();
  };
}

function exchange(old, fresh) {
  const focus = focusIn(old);
  const open = [...old.querySelectorAll("details[id][open]")].map((fold) => fold.id);
  old.replaceChildren(...fresh.childNodes);
  for (const id of open) {
    const fold = document.getElementById(id);
    if (fold) fold.open = true;
  }
  focus?.();
}

// Take over what the server says, part by part. A form somebody writes in stays.
function take(fresh, own = null) {
  const moved = fresh.dataset.point !== root.dataset.point;
  const begun = dirtyForms(root).filter((form) => form !== own);
  if (moved && begun.length) {
    say("moved");
    root.dataset.beat = fresh.dataset.beat;
    return;
  }
  const ids = partsOf(fresh).map((part) => part.id);
  const same = ids.join() === partsOf(root).map((part) => part.id).join();
  if (moved || !same) {
    for (const part of partsOf(fresh)) sent.set(part.id, source(part));
    root.replaceWith(fresh);
    root = fresh;
    begin();
    return;
  }
  let kept = false;
  for (const part of partsOf(fresh)) {
    const old = document.getElementById(part.id);
    const text = source(part);
    const isOwn = own && old.contains(own);
    if (!isOwn && sent.get(part.id) === text) continue;
    if (!isOwn && dirtyForms(old).length) {
      kept = true;
      continue;
    }
    sent.set(part.id, text);
    exchange(old, part);
  }
  Object.assign(root.dataset, fresh.dataset);
  begin();
  if (!own) say(kept ? "kept" : "changed");
}

function begin() {
  root.addEventListener("submit", send);
  root.addEventListener("change", counted);
  for (const form of root.querySelectorAll("form[data-votes]")) count(form);
}

function counted(event) {
  const form = event.target.closest("form[data-votes]");
  if (form) count(form);
}

const liveIn = (text) =>
  new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");

function send(event) {
  const form = event.target;
  // Answers and withdrawals lie in forms of components, which know nothing of us.
  // Attributes, because a field may be called “method” and hide the form's own.
  const action = form.getAttribute("action") ?? "";
  if (form.getAttribute("method") !== "post" || !action.includes("/nu/")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  say("");
  // What is sent while another answer is awaited goes after it.
  const body = new FormData(form, event.submitter);
  const part = form.closest("[data-part]");
  waiting = waiting.then(() => deliver(form, part, action, body));
}

async function deliver(form, part, action, body) {
  isSending = true;
  const after = form.dataset.focusAfter;
  const fold = form.closest("details");
  try {
    const answer = await fetch(action, {
      method: "POST",
      body,
      credentials: "same-origin",
    });
    if (isLoggedOut(answer)) return say("login");
    const fresh = liveIn(await answer.text());
    // A rule's no that has a page of its own.
    if (!fresh) return HTMLFormElement.prototype.submit.call(form);
    if (answer.ok) {
      if (fold) fold.open = false;
      form.reset();
      delete form.dataset.refused;
      history.replaceState(null, "", answer.url);
    }
    const id = fold?.id;
    const active = document.activeElement;
    // Whoever has gone on to write elsewhere is left there.
    const isHere = active === document.body || part.contains(active);
    take(fresh, form);
    if (isHere) settle(answer.ok, part.id, id, after);
    say(answer.ok ? "saved" : "");
  } catch {
    say("offline");
  } finally {
    isSending = false;
    delete form.dataset.busy;
  }
}

// Where the focus goes when a form was sent: to what was wrong, else where one goes on.
function settle(isDone, partId, foldId, after) {
  const part = document.getElementById(partId);
  const wrong = part?.querySelector("[data-focus]");
  if (!isDone && wrong) return wrong.focus();
  const next =
    (after && document.querySelector(after)) ||
    (foldId && document.getElementById(foldId)?.querySelector("summary")) ||
    part?.querySelector("summary, h2") ||
    document.getElementById("live-heading");
  if (!next) return;
  if (next.tagName === "H2") next.tabIndex = -1;
  next.focus();
}

async function beat() {
  if (isSending) return again(PULSE_MS);
  const { pulseUrl, beat: known, asked } = root.dataset;
  const query = new URLSearchParams({ sedan: known });
  if (asked) query.set("punkt", asked);
  try {
    const answer = await fetch(`${pulseUrl}?${query}`, { credentials: "same-origin" });
    if (isLoggedOut(answer)) {
      say("login");
      return again(SLOW_MS);
    }
    if (answer.status === 200 && !isSending) take(liveIn(await answer.text()));
    else if (answer.status === 204 && line.textContent === word("offline")) say("");
  } catch {
    say("offline");
  }
  again(PULSE_MS);
}

const word = (name) => line.getAttribute(`data-word-${name}`);

let timer;
function again(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(beat, document.hidden ? SLOW_MS : milliseconds);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) again(0);
});

if (root) {
  for (const part of partsOf(root)) sent.set(part.id, source(part));
  begin();
  startShortcuts(() => root, say);
  again(PULSE_MS);
}
