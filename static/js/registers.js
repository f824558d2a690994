// Django's admin: fields in tables, search fields and icons get the names they lack.

function nameOf(field) {
  const cell = field.closest("td");
  const heading = cell?.closest("table").querySelectorAll("thead th")[cell.cellIndex];
  const label = field.labels?.[0] ?? heading ?? field.closest(".form-row")?.querySelector("label");
  return label?.textContent.trim().replace(/:$/, "") || field.name;
}

function nameAll() {
  for (const field of document.querySelectorAll("td :is(input, select, textarea)")) {
    if (field.type !== "hidden" && !field.labels.length) field.setAttribute("aria-label", nameOf(field));
  }
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const shown = select.parentElement.querySelector(".select2-selection");
    const text = shown?.querySelector("[role=textbox]");
    for (const part of [shown, text]) part?.setAttribute("aria-label", nameOf(select));
    shown?.removeAttribute("aria-labelledby");
  }
  for (const icon of document.querySelectorAll(".help-tooltip[aria-label]")) {
    icon.setAttribute("role", "img");
  }
}

const content = document.getElementById("content");
if (content) {
  nameAll();
  new MutationObserver(nameAll).observe(content, { childList: true, subtree: true });
}
