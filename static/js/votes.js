// Counts an open vote while it is noted:
//   <form data-votes> with radio buttons named …vote_… and an element
//   data-vote-total data-words="Ja {yes}, nej {no}, avstår {abstain}".

export function count(form) {
  const counts = { yes: 0, no: 0, abstain: 0 };
  for (const radio of form.querySelectorAll("input[type=radio]:checked")) {
    if (radio.value in counts) counts[radio.value] += 1;
  }
  const line = form.querySelector("[data-vote-total]");
  if (!line) return;
  line.textContent = line.dataset.words
    .replace("{yes}", counts.yes)
    .replace("{no}", counts.no)
    .replace("{abstain}", counts.abstain);
}

for (const form of document.querySelectorAll("form[data-votes]")) {
  form.addEventListener("change", () => count(form));
  count(form);
}
