// Order by drag, buttons or Alt+arrow:
//   <ol data-sortable-list data-word-moved="{name}: plats {position} av {total}"
//       data-word-failed="…"> with <li data-move-url data-name> that hold
//   components/move_buttons.html and, if wanted, an element data-handle.
// POSTs to_position (from 1). A rule's no puts the row back and is read out.

import { isLoggedOut, post } from "./server.js";

class SortableList {
  constructor(list) {
    this.list = list;
    this.live = document.createElement("p");
    this.live.className = "sortable-state";
    this.live.setAttribute("role", "status");
    list.after(this.live);
    list.addEventListener("submit", (event) => this.pressed(event));
    list.addEventListener("keydown", (event) => this.keyed(event));
    list.classList.add("is-sortable");
    window.Sortable?.create(list, {
      handle: list.querySelector("[data-handle]") ? "[data-handle]" : undefined,
      filter: "button, a, input, summary",
      preventOnFilter: false,
      animation: 120,
      onEnd: (event) => this.sent(event.item, event.oldIndex),
    });
  }

  get rows() {
    return [...this.list.children].filter((row) => row.dataset.moveUrl);
  }

  pressed(event) {
    const direction = event.submitter?.dataset.move;
    if (!direction) return;
    event.preventDefault();
    this.step(event.target.closest("[data-move-url]"), direction, event.submitter);
  }

  keyed(event) {
    const direction = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = event.target.closest("[data-move-url]");
    if (!event.altKey || !direction || !row) return;
    event.preventDefault();
    this.step(row, direction, event.target);
  }

  step(row, direction, focused) {
    const before = this.rows.indexOf(row);
    const other = this.rows[before + (direction === "up" ? -1 : 1)];
    if (!other) return;
    if (direction === "up") other.before(row);
    else other.after(row);
    this.refresh();
    const isStuck = focused.disabled;
    (isStuck ? row.querySelector("[data-move]:not([disabled])") : focused)?.focus();
    this.sent(row, before);
  }

  async sent(row, before) {
    const position = this.rows.indexOf(row) + 1;
    if (position === before + 1) return;
    this.refresh();
    try {
      const body = new URLSearchParams({ to_position: position });
      const response = await post(row.dataset.moveUrl, body, {}, "follow");
      // The answer may be the page itself, as it is without JavaScript.
      if (response.ok && !isLoggedOut(response)) this.moved(row, position);
      else await this.refused(row, before, response);
    } catch {
      this.back(row, before, this.list.dataset.wordFailed);
    }
  }

  moved(row, position) {
    this.live.textContent = this.list.dataset.wordMoved
      .replace("{name}", row.dataset.name)
      .replace("{position}", position)
      .replace("{total}", this.rows.length);
  }

  async refused(row, before, response) {
    const sentences = response.status === 409 ? (await response.json()).refusals : null;
    this.back(row, before, sentences?.join(" ") ?? this.list.dataset.wordFailed);
  }

  back(row, before, why) {
    row.remove();
    const next = this.rows[before];
    if (next) next.before(row);
    else this.list.append(row);
    this.refresh();
    this.live.textContent = why;
  }

  refresh() {
    const rows = this.rows;
    rows.forEach((row, index) => {
      const up = row.querySelector("[data-move=up]");
      const down = row.querySelector("[data-move=down]");
      if (up) Object.assign(up, { value: index, disabled: index === 0 });
      if (down) {
        Object.assign(down, { value: index + 2, disabled: index === rows.length - 1 });
      }
      const number = row.querySelector("[data-position]");
      if (number) number.textContent = index + 1;
    });
  }
}

for (const list of document.querySelectorAll("[data-sortable-list]")) {
  new SortableList(list);
}
