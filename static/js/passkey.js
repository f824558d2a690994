// Asks the device for a passkey's answer and sends it with the form.
//   form[data-passkey="create|get"]  data-word-waiting, data-word-refused, -missing
//   #passkey-options                 what the device is asked, as JSON
//   [name=credential]                where the answer goes

const form = document.querySelector("form[data-passkey]");

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const keys = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

function asked() {
  const { publicKey } = JSON.parse(document.querySelector("#passkey-options").textContent);
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) options.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  if (publicKey.allowCredentials) options.allowCredentials = keys(publicKey.allowCredentials);
  if (publicKey.excludeCredentials) options.excludeCredentials = keys(publicKey.excludeCredentials);
  return options;
}

function answer(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    const value = credential.response[name];
    if (value) response[name] = text(value);
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

function say(word) {
  form.querySelector("[data-passkey-status]").textContent = form.getAttribute(`data-word-${word}`);
}

async function ask(event) {
  event.preventDefault();
  if (!window.PublicKeyCredential) return say("missing");
  say("waiting");
  try {
    const options = { publicKey: asked() };
    const credential = await navigator.credentials[form.dataset.passkey](options);
    form.querySelector("[name=credential]").value = JSON.stringify(answer(credential));
    form.submit();
  } catch {
    say("refused");
  }
}

form?.addEventListener("submit", ask);
