// Offers the report's figures when two braces are typed in an editor. The names stand in
// the page's [data-cells], so that they can be typed without this module as well.

const TYPED = /\{\{([^{}]{0,200})$/;
const MOST = 8;

function figures(form) {
  const rows = [...form.querySelectorAll("[data-cell]")];
  const own = (row) => Number("own" in row.dataset);
  rows.sort((one, other) => own(other) - own(one));
  return rows.map((row) => ({ name: row.dataset.cell, figure: row.dataset.figure }));
}

function matching(all, typed) {
  const words = typed.toLocaleLowerCase("sv").split(/[\s.]+/).filter(Boolean);
  const fits = ({ name }) => {
    const lower = name.toLocaleLowerCase("sv");
    return words.every((word) => lower.includes(word));
  };
  return all.filter(fits).slice(0, MOST);
}

// What stands between the last two braces and the caret; null where there are none.
function typedAt(editor) {
  const { $from, empty } = editor.state.selection;
  if (!empty) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc");
  const found = TYPED.exec(before);
  return found && { text: found[1], from: $from.pos - found[1].length, to: $from.pos };
}

class Offer {
  constructor(editor, textarea, source) {
    this.editor = editor;
    this.all = figures(source.closest("form") ?? document);
    this.words = source.dataset;
    this.chosen = 0;
    this.shown = [];
    this.list = document.createElement("ul");
    this.list.id = `${textarea.id}-cells`;
    this.list.className = "cell-offer";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.words.label);
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    textarea.closest(".editor").after(this.list, this.status);
    editor.on("transaction", () => this.look());
    editor.on("blur", () => this.close());
    // Before the editor itself takes the arrows and Enter.
    editor.view.dom.addEventListener("keydown", (event) => this.key(event), true);
  }

  look() {
    const typed = typedAt(this.editor);
    if (!typed || typed.text === this.refused) {
      if (!typed) this.refused = undefined;
      this.close();
      return;
    }
    const before = this.shown.length;
    this.shown = matching(this.all, typed.text);
    this.chosen = Math.min(this.chosen, Math.max(this.shown.length - 1, 0));
    this.draw();
    if (before !== this.shown.length) {
      this.status.textContent = `${this.words.status}${this.shown.length}`;
    }
  }

  draw() {
    this.list.replaceChildren(...this.shown.map((cell, place) => this.option(cell, place)));
    this.list.hidden = !this.shown.length;
    const dom = this.editor.view.dom;
    if (!this.shown.length) {
      dom.removeAttribute("aria-activedescendant");
      return;
    }
    dom.setAttribute("aria-controls", this.list.id);
    dom.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
    this.list.children[this.chosen].scrollIntoView({ block: "nearest" });
  }

  option(cell, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(place === this.chosen));
    const name = document.createElement("span");
    name.textContent = cell.name;
    const figure = document.createElement("span");
    figure.textContent = cell.figure;
    option.append(name, " ", figure);
    // The mouse must not take the caret out of the text first.
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.take(place);
    });
    return option;
  }

  close() {
    this.shown = [];
    this.chosen = 0;
    this.draw();
  }

  key(event) {
    if (!this.shown.length || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.shown.length - 1;
    const step = {
      ArrowDown: () => (this.chosen === last ? 0 : this.chosen + 1),
      ArrowUp: () => (this.chosen === 0 ? last : this.chosen - 1),
    }[event.key];
    if (step) {
      this.chosen = step();
      this.draw();
    } else if (event.key === "Enter") {
      this.take(this.chosen);
    } else if (event.key === "Escape") {
      this.refused = typedAt(this.editor)?.text;
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  take(place) {
    const typed = typedAt(this.editor);
    const text = `${this.shown[place].name}}}`;
    this.close();
    const { from, to } = typed;
    this.editor
      .chain()
      .focus()
      .command(({ tr }) => Boolean(tr.insertText(text, from, to)))
      .run();
  }
}

document.addEventListener("rich-text:ready", (event) => {
  const source = event.target.closest("form")?.querySelector("[data-cells]");
  const editor = event.detail?.editor;
  if (source && editor) new Offer(editor, event.target, source);
});
