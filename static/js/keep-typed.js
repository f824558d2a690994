// What is typed in a part of a page stays in this tab until the server has it.
// The part's key changes when something was saved, so what is old never comes back.

for (const part of document.querySelectorAll("[data-keep]")) {
  const key = part.dataset.keep;
  const fields = [...part.querySelectorAll("textarea, input[type=radio]")];

  const kept = read(key);
  if (kept && restore(fields, kept)) tell(part);

  part.addEventListener("input", () => write(key, typed(fields)));
}

function typed(fields) {
  const values = {};
  for (const field of fields) {
    if (field.type !== "radio") {
      if (field.value !== field.defaultValue) values[field.name] = field.value;
    } else if (field.checked && !field.defaultChecked) values[field.name] = field.value;
  }
  return values;
}

function restore(fields, values) {
  let count = 0;
  for (const field of fields) {
    if (!(field.name in values)) continue;
    if (field.type === "radio") field.checked = field.value === values[field.name];
    else field.value = values[field.name];
    field.closest("details")?.setAttribute("open", "");
    count += 1;
  }
  return count > 0;
}

function tell(part) {
  const note = part.querySelector("[data-keep-note]");
  if (note) note.textContent = note.dataset.words;
}

// A browser that keeps nothing still sends what is typed.
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, values) {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Full or forbidden: nothing else depends on it.
  }
}
