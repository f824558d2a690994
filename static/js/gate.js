// Among the findings one key chooses and goes to the next: only while a choice has the
// focus, so no key does anything by surprise (WCAG 2.1.4).

const CHOICES = { p: "publish", m: "mask" };

function choose(event) {
  const choice = CHOICES[event.key.toLowerCase()];
  if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = event.target.closest?.(".finding");
  const radio = row?.querySelector(`input[type=radio][value=${choice}]`);
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  next(event.currentTarget, row);
}

function next(form, row) {
  const rows = [...form.querySelectorAll(".finding:has(input[type=radio])")];
  const following = rows[rows.indexOf(row) + 1];
  const field = following
    ? following.querySelector("input:checked") ?? following.querySelector("input")
    : form.querySelector("input[name=ground]");
  field?.focus();
}

for (const form of document.querySelectorAll("form[data-gate]")) {
  form.addEventListener("keydown", choose);
}
