// Saves one rich text while it is written:
//   <form data-autosave data-save-url data-version data-key> with a textarea and
//   components/autosave.html inside.
// POSTs {body, version} as JSON. Answers it knows:
//   200 {version, saved_at}             saved
//   409 {body, version, by}             somebody else saved first: both are shown
//   409 {refusals: [sentence]}          a rule said no
//   401, 403, a redirect                logged out: the text is kept, tried again
// A copy lies in localStorage until the server has confirmed it.

import { isLoggedOut, post } from "./server.js";

const TYPING_MS = 2000;
const RETRY_MS = [3000, 6000, 15000, 30000];
// 2020-09-29 14.03, the board's own time wherever the browser is.
const FORMAT = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Stockholm",
});
const dayAndClock = (moment) => FORMAT.format(new Date(moment)).replace(":", ".");
const clock = (moment) => dayAndClock(moment).split(" ")[1];

class Drafts {
  constructor(key) {
    this.key = `justera:draft:${key}`;
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null; // A private window or a broken copy: there is nothing to offer.
    }
  }

  keep(body, version) {
    const draft = JSON.stringify({ body, version, at: Date.now() });
    try {
      localStorage.setItem(this.key, draft);
    } catch {
      // Full or forbidden: saving to the server goes on, leaving still warns.
    }
  }

  drop() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.textarea = form.querySelector("textarea[data-rich-text], textarea");
    this.panel = form.querySelector("[data-autosave-panel]");
    this.version = Number(form.dataset.version);
    this.drafts = new Drafts(form.dataset.key);
    this.saved = this.textarea.value;
    this.failures = 0;
    this.isSaving = false;
    this.conflict = null;
    this.listen();
    this.offer();
  }

  part(name) {
    return this.panel.querySelector(`[data-autosave-${name}]`);
  }

  get isDirty() {
    return this.textarea.value !== this.saved;
  }

  say(state, extra = "") {
    this.panel.dataset.state = state;
    const text = this.panel.getAttribute(`data-word-${state}`) ?? "";
    const words = text.replace("{time}", extra);
    const whole = state === "refused" ? `${words} ${extra}` : words;
    const line = this.part("state");
    if (line.textContent !== whole) line.textContent = whole;
    this.part("login").hidden = state !== "login";
  }

  listen() {
    this.textarea.addEventListener("input", () => this.typed());
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.save();
    });
    this.form.addEventListener("submit", (event) => this.submitted(event));
    window.addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => this.save());
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty && !this.isLeaving) event.preventDefault();
    });
    this.part("restore").addEventListener("click", () => this.restore());
    this.part("discard").addEventListener("click", () => this.discard());
    this.part("keep").addEventListener("click", () => this.keepMine());
    this.part("take").addEventListener("click", () => this.takeTheirs());
    this.part("merge").addEventListener("click", () => this.merge());
    this.part("close").addEventListener("click", () => this.closeConflict());
  }

  typed() {
    if (!this.isDirty) return this.undone();
    this.part("offer").hidden = true;
    this.drafts.keep(this.textarea.value, this.version);
    if (!this.isMerging && this.panel.dataset.state !== "login") this.say("typing");
    this.later(TYPING_MS);
  }

  // The form's own button saves at once; a button of another kind sends the form.
  submitted(event) {
    if (event.submitter?.name || event.submitter?.hasAttribute("formaction")) {
      this.isLeaving = true;
      return;
    }
    event.preventDefault();
    if (this.isDirty) this.save();
    else this.say("clean");
  }

  undone() {
    clearTimeout(this.timer);
    this.drafts.drop();
    this.say("clean");
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  async save() {
    clearTimeout(this.timer);
    if (!this.isDirty || this.isSaving || this.conflict || this.isMerging) return;
    const body = this.textarea.value;
    this.isSaving = true;
    if (this.failures === 0) this.say("saving");
    try {
      const content = JSON.stringify({ body, version: this.version });
      const type = { "Content-Type": "application/json" };
      await this.answered(await post(this.form.dataset.saveUrl, content, type), body);
    } catch {
      this.failed("offline");
    } finally {
      this.isSaving = false;
    }
  }

  async answered(response, body) {
    if (isLoggedOut(response)) return this.failed("login");
    if (response.status === 409) return this.answeredNo(await response.json());
    if (!response.ok) return this.failed("failed");
    const answer = await response.json();
    this.failures = 0;
    this.standOn(answer.version);
    this.saved = body;
    this.say("saved", clock(answer.saved_at ?? Date.now()));
    if (this.isDirty) {
      this.drafts.keep(this.textarea.value, this.version);
      this.later(TYPING_MS);
    } else {
      this.drafts.drop();
    }
  }

  // The field is what the form sends without this module.
  standOn(version) {
    this.version = version;
    this.form.dataset.version = version;
    const field = this.form.querySelector("[name=version]");
    if (field) field.value = version;
  }

  answeredNo(answer) {
    this.failures = 0;
    if (answer.refusals) this.say("refused", answer.refusals.join(" "));
    else this.showConflict(answer);
  }

  failed(state) {
    this.drafts.keep(this.textarea.value, this.version);
    this.say(state);
    this.later(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]);
    this.failures += 1;
  }

  offer() {
    const draft = this.drafts.read();
    if (!draft || draft.body === this.saved) {
      this.drafts.drop();
      this.say("clean");
      return;
    }
    this.draft = draft;
    this.part("when").textContent = dayAndClock(draft.at);
    this.part("offer").hidden = false;
  }

  // Saved on the version it was written on: a newer text on the server is a conflict.
  restore() {
    this.standOn(this.draft.version);
    this.part("offer").hidden = true;
    this.show(this.draft.body);
    this.save();
  }

  discard() {
    this.drafts.drop();
    this.part("offer").hidden = true;
    this.say("clean");
  }

  show(body) {
    this.textarea.value = body;
    this.textarea.dispatchEvent(new CustomEvent("rich-text:reload"));
  }

  showConflict(theirs) {
    this.conflict = theirs;
    this.say("conflict");
    // Both are safe to show: the editor's own HTML, and what the server has sanitised.
    this.part("mine").innerHTML = this.textarea.value;
    this.part("theirs").innerHTML = theirs.body;
    this.part("by").textContent = theirs.by ? `(${theirs.by})` : "";
    this.part("choices").hidden = false;
    this.part("close").hidden = true;
    this.part("conflict").hidden = false;
    this.part("conflict").focus();
  }

  closeConflict() {
    this.conflict = null;
    this.isMerging = false;
    this.part("conflict").hidden = true;
    this.save();
  }

  keepMine() {
    this.standOn(this.conflict.version);
    this.closeConflict();
  }

  takeTheirs() {
    this.standOn(this.conflict.version);
    this.saved = this.conflict.body;
    this.show(this.conflict.body);
    this.drafts.drop();
    this.closeConflict();
    this.say("clean");
  }

  // The other text stays there to copy from, and nothing is saved until it is closed.
  merge() {
    this.standOn(this.conflict.version);
    this.conflict = null;
    this.isMerging = true;
    this.drafts.keep(this.textarea.value, this.version);
    this.part("choices").hidden = true;
    this.part("close").hidden = false;
    this.say("merging");
    this.form.querySelector("[contenteditable]")?.focus();
  }
}

function startAll(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) {
    if (form.dataset.autosaveReady) continue;
    form.dataset.autosaveReady = "1";
    new Autosave(form);
  }
}

startAll(document);
document.addEventListener("htmx:load", (event) => startAll(event.target));
