// What every page does: the summary of errors gets the focus, a form is sent once.

function focusErrors(root) {
  root.querySelector("[data-focus]")?.focus();
}

focusErrors(document);
document.addEventListener("htmx:load", (event) => focusErrors(event.target));

// A file that is downloaded leaves the page where it is, so the lock opens by itself.
const LOCK_MS = 4000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, LOCK_MS);
});

// Coming back with the browser's arrow shows a form that may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
