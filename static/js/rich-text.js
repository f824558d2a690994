// Turns every <textarea data-rich-text> into an editor with a toolbar in Swedish.
// The textarea stays the truth: it gets an `input` event at every change, and takes new
// text with `rich-text:reload`. Without this module it is an ordinary text area.

const ICONS = {
  bulletList: "M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01",
  orderedList: "M10 6h11M10 12h11M10 18h11M4 4v4M3 8h2M3 14h2.5L3 18h2.5",
  blockquote: "M4 5v14M9 7h11M9 12h11M9 17h7",
  link: "M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7L12 5M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7L12 19",
  unlink:
    "M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7L12 5M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7L12 19M3 3l18 18",
  table: "M3 4h18v16H3zM3 10h18M3 15h18M9 4v16M15 4v16",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
};

const inTable = (editor) => editor.isActive("table");
const mark = (name, command) => ({
  name,
  run: (chain) => chain[command](),
  active: (editor) => editor.isActive(name),
  enabled: (editor) => editor.can()[command](),
});
const heading = (level) => ({
  name: `heading${level}`,
  run: (chain) => chain.toggleHeading({ level }),
  active: (editor) => editor.isActive("heading", { level }),
});
const tableItem = (name, command) => ({
  name,
  run: (chain) => chain[command](),
  shown: inTable,
  enabled: (editor) => editor.can()[command](),
});

const GROUPS = [
  [mark("bold", "toggleBold"), mark("italic", "toggleItalic")],
  [heading(3), heading(4)],
  [
    mark("bulletList", "toggleBulletList"),
    mark("orderedList", "toggleOrderedList"),
    mark("blockquote", "toggleBlockquote"),
  ],
  [
    {
      name: "link",
      act: (editor) => editor.commands.addLink(),
      active: (editor) => editor.isActive("link"),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("link"),
    },
    {
      name: "unlink",
      run: (chain) => chain.unsetLink(),
      shown: (editor) => editor.isActive("link"),
    },
    {
      name: "table",
      run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      shown: (editor) => !inTable(editor),
    },
  ],
  [
    { ...mark("undo", "undo"), active: undefined },
    { ...mark("redo", "redo"), active: undefined },
  ],
  [
    tableItem("addRow", "addRowAfter"),
    tableItem("addColumn", "addColumnAfter"),
    tableItem("headerCell", "toggleHeaderCell"),
    tableItem("mergeCells", "mergeCells"),
    tableItem("splitCell", "splitCell"),
    tableItem("deleteRow", "deleteRow"),
    tableItem("deleteColumn", "deleteColumn"),
    tableItem("deleteTable", "deleteTable"),
  ],
];

// The editor's own link dialog asks this function for its words.
let words = {};
window.gettext ??= (text) => words[text] ?? text;

// What Word and Outlook add would be dropped anyway; dropped here, before it is parsed,
// it does not set off the CSP. The server cleans whatever comes.
const SAME_AS = { h1: "h3", h2: "h3", h5: "h4", h6: "h4" };

function plainer(html) {
  return html
    .replace(/<(style|script|xml|title)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/<!--[^]*?-->/g, "")
    .replace(/\s(?:style|class|on\w+|width|height)=("[^"]*"|'[^']*'|[^\s>]+)/gi, "")
    .replace(/<(\/?)(h[1256])\b/gi, (_, end, tag) => `<${end}${SAME_AS[tag.toLowerCase()]}`);
}

// Tab walks the cells and then leaves the table: a new row each time would be a trap.
function tableOf(pm) {
  return pm.Table.extend({
    addKeyboardShortcuts() {
      const tab = () => this.editor.commands.goToNextCell();
      return { ...this.parent?.(), Tab: tab };
    },
  });
}

function extensionsOf(pm) {
  return [
    pm.Document,
    pm.Paragraph,
    pm.Text,
    pm.Bold,
    pm.Italic,
    pm.Heading.configure({ levels: [3, 4] }),
    pm.HardBreak,
    pm.BulletList,
    pm.OrderedList.configure({ enableListAttributes: false }),
    pm.ListItem,
    pm.Blockquote,
    pm.Link.configure({ enableTarget: false, protocols: ["http", "https", "mailto"] }),
    tableOf(pm),
    pm.TableRow,
    pm.TableHeader,
    pm.TableCell,
    pm.History,
    pm.Dropcursor,
    pm.Gapcursor,
  ];
}

function icon(name, label) {
  if (!(name in ICONS)) {
    const short = name === "bold" || name === "italic";
    const span = document.createElement("span");
    span.textContent = short ? label[0] : label;
    return span;
  }
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function makeButton(item, editor) {
  const button = document.createElement("button");
  const label = words[item.name] ?? item.name;
  button.type = "button";
  button.className = `editor-button editor-${item.name}`;
  button.title = label;
  button.setAttribute("aria-label", label);
  button.append(icon(item.name, label));
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    if (item.act) item.act(editor);
    else item.run(editor.chain().focus()).run();
  });
  const refresh = () => {
    button.hidden = item.shown ? !item.shown(editor) : false;
    if (item.active) button.setAttribute("aria-pressed", String(item.active(editor)));
    const isDisabled = item.enabled ? !item.enabled(editor) : false;
    button.setAttribute("aria-disabled", String(isDisabled));
  };
  return { button, refresh };
}

// One tab stop for the whole toolbar; arrows move inside it (WAI-ARIA toolbar).
function roving(toolbar) {
  const shown = () => [...toolbar.querySelectorAll("button:not([hidden])")];
  const settle = (chosen) => {
    for (const button of toolbar.querySelectorAll("button")) button.tabIndex = -1;
    if (chosen) chosen.tabIndex = 0;
  };
  toolbar.addEventListener("focusin", (event) => settle(event.target.closest("button")));
  toolbar.addEventListener("keydown", (event) => {
    const buttons = shown();
    const here = buttons.indexOf(document.activeElement);
    const next = {
      ArrowRight: (here + 1) % buttons.length,
      ArrowLeft: (here - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next].focus();
  });
  return () => {
    const buttons = shown();
    if (!buttons.some((button) => button.tabIndex === 0)) settle(buttons[0]);
  };
}

function makeToolbar(editor, id) {
  const toolbar = document.createElement("div");
  toolbar.className = "editor-toolbar";
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", words.toolbar);
  toolbar.setAttribute("aria-controls", id);
  const refreshes = [];
  for (const items of GROUPS) {
    const group = document.createElement("div");
    group.className = "editor-group";
    for (const item of items) {
      const { button, refresh } = makeButton(item, editor);
      group.append(button);
      refreshes.push(refresh);
    }
    refreshes.push(() => {
      group.hidden = !group.querySelector("button:not([hidden])");
    });
    toolbar.append(group);
  }
  refreshes.push(roving(toolbar));
  const refreshAll = () => {
    for (const refresh of refreshes) refresh();
  };
  editor.on("transaction", refreshAll);
  refreshAll();
  return toolbar;
}

function toToolbar(event, frame) {
  if (!event.altKey || event.key !== "F10") return false;
  frame.querySelector('.editor-toolbar [tabindex="0"]')?.focus();
  return true;
}

function ariaOf(textarea, id) {
  const label = textarea.labels?.[0];
  const aria = { id, class: "rich", role: "textbox", "aria-multiline": "true" };
  if (label) {
    label.id ||= `${id}-label`;
    aria["aria-labelledby"] = label.id;
  } else {
    aria["aria-label"] = textarea.getAttribute("aria-label") ?? words.text;
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) aria[name] = textarea.getAttribute(name);
  }
  return aria;
}

async function enhance(textarea) {
  if (textarea.dataset.richTextReady) return;
  textarea.dataset.richTextReady = "1";
  words = JSON.parse(textarea.dataset.words);
  const pm = await import(textarea.dataset.richText);
  const id = `${textarea.id || textarea.name}-editor`;
  const frame = document.createElement("div");
  frame.className = "editor";
  const page = document.createElement("div");
  frame.append(page);
  const label = textarea.labels?.[0];
  const aria = ariaOf(textarea, id);
  textarea.before(frame);
  const editor = new pm.Editor({
    element: page,
    extensions: extensionsOf(pm),
    content: textarea.value,
    editable: !textarea.disabled && !textarea.readOnly,
    // Its rules are in editor.css: an injected style element breaks the CSP.
    injectCSS: false,
    editorProps: {
      attributes: aria,
      transformPastedHTML: plainer,
      handleKeyDown: (_view, event) => toToolbar(event, frame),
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  if (editor.isEditable) frame.prepend(makeToolbar(editor, id));
  label?.addEventListener("click", () => editor.commands.focus());
  // The summary of errors links to the text area, which is out of sight.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(`a[href="#${textarea.id}"]`)) editor.commands.focus();
  });
  textarea.addEventListener("rich-text:reload", () => {
    editor.commands.setContent(textarea.value, { emitUpdate: false });
  });
  frame.append(textarea);
  textarea.classList.add("editor-source");
  textarea.tabIndex = -1;
  textarea.setAttribute("aria-hidden", "true");
  textarea.dispatchEvent(new CustomEvent("rich-text:ready", { bubbles: true, detail: { editor } }));
}

function enhanceAll(root) {
  for (const textarea of root.querySelectorAll("textarea[data-rich-text]")) {
    enhance(textarea);
  }
}

enhanceAll(document);
document.addEventListener("htmx:load", (event) => enhanceAll(event.target));
