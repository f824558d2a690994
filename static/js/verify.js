// Checks a file that is dropped or chosen: its checksum is computed here, then it is
// sent with a bar that shows how far it has come. Without this module the form is sent.
//   <form data-verify> with [data-drop], [data-verify-status] and a file field

const LIMIT = 50 * 1024 * 1024;

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

class Check {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=file]");
    this.zone = form.querySelector("[data-drop]");
    this.status = form.querySelector("[data-verify-status]");
    this.bar = form.querySelector("progress");
    form.querySelector("[data-drop-hint]").hidden = false;
    this.field.addEventListener("change", () => this.chosen());
    form.addEventListener("submit", (event) => this.submitted(event));
    for (const kind of ["dragenter", "dragover"]) this.zone.addEventListener(kind, (event) => this.over(event));
    for (const kind of ["dragleave", "drop"]) this.zone.addEventListener(kind, () => this.zone.classList.remove("is-over"));
    this.zone.addEventListener("drop", (event) => this.dropped(event));
  }

  over(event) {
    event.preventDefault();
    this.zone.classList.add("is-over");
  }

  dropped(event) {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    this.field.files = event.dataTransfer.files;
    this.chosen();
  }

  say(word) {
    this.status.hidden = false;
    this.status.querySelector("[data-word]").textContent = word ? this.status.getAttribute(`data-word-${word}`) : "";
  }

  isTooLarge() {
    return (this.field.files[0]?.size ?? 0) > LIMIT;
  }

  // Outside a secure context there is nothing to compute with: the server shows the sum.
  async chosen() {
    const file = this.field.files[0];
    const line = this.status.querySelector("[data-hash-line]");
    line.hidden = true;
    if (!file) return;
    if (this.isTooLarge()) return this.say("large");
    if (!window.crypto?.subtle) return;
    this.say("hashing");
    const sum = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    if (file !== this.field.files[0]) return;
    this.status.querySelector("[data-hash]").textContent = sum;
    line.hidden = false;
    this.say("");
  }

  submitted(event) {
    event.preventDefault();
    if (this.isTooLarge()) return this.say("large");
    const request = new XMLHttpRequest();
    request.open("POST", this.form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (sent) => this.sent(sent));
    request.addEventListener("load", () => this.answered(request.response));
    request.addEventListener("error", () => this.failed());
    this.say("sending");
    this.bar.hidden = false;
    this.bar.value = 0;
    request.send(new FormData(this.form));
  }

  sent({ loaded, total }) {
    this.bar.value = total ? (100 * loaded) / total : 0;
    if (loaded < total) return;
    this.bar.removeAttribute("value");
    this.say("checking");
  }

  failed() {
    this.bar.hidden = true;
    this.say("failed");
  }

  answered(page) {
    const main = page?.querySelector("main");
    if (!main) return this.failed();
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(main));
    start();
    const heading = main.querySelector("[data-focus]") ?? main.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  }
}

function start() {
  const form = document.querySelector("form[data-verify]");
  if (form) new Check(form);
}

start();
