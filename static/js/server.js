// How our modules talk to the server.

// The cookie is read each time: logging in again in another tab changes it.
export function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  const field = document.querySelector("[name=csrfmiddlewaretoken]");
  return cookie ? cookie[1] : (field?.value ?? "");
}

// A redirect is the way to the login page unless the caller follows it.
export function post(url, body, headers = {}, redirect = "manual") {
  return fetch(url, {
    method: "POST",
    body,
    credentials: "same-origin",
    redirect,
    headers: { Accept: "application/json", "X-CSRFToken": csrfToken(), ...headers },
  });
}

export function isLoggedOut(response) {
  return (
    response.type === "opaqueredirect" ||
    response.status === 401 ||
    response.status === 403 ||
    // Followed to the login page, which knows where to go next.
    (response.redirected && new URL(response.url).searchParams.has("next"))
  );
}
