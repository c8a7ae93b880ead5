// Asks the person's device for a passkey: to sign in, to enrol, and before a form whose act needs fresh proof is sent.
const { startAuthentication, startRegistration } = window.SimpleWebAuthnBrowser

const ask = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  const said = await answer.json()
  if (!answer.ok) throw new Error(said.message)
  return said
}

const ways = {
  "sign-in": async () => {
    const optionsJSON = await ask("/staff/sign-in/options", {})
    return ask("/staff/sign-in", { answer: await startAuthentication({ optionsJSON }) })
  },
  // The secret is after the # of the address, which no server and no log sees.
  enrol: async () => {
    const secret = location.hash.slice(1)
    const optionsJSON = await ask("/staff/enrol/options", { secret })
    return ask("/staff/enrol", { secret, answer: await startRegistration({ optionsJSON }) })
  },
  prove: async (form) => {
    const { act } = form.dataset
    const optionsJSON = await ask("/staff/prove/options", { act })
    return ask("/staff/prove", { act, answer: await startAuthentication({ optionsJSON }) })
  },
}

const unsupported =
  "This browser has no passkeys. Nothing was done. Use a current Chrome, Edge, Firefox or Safari, at the address that starts with https or http://localhost."

const failed = ({ name, message }) =>
  name === "NotAllowedError"
    ? "Your device did not confirm that it is you. Nothing was done. Try again."
    : message || "Something went wrong on the way. Nothing was done. Try again."

for (const form of document.querySelectorAll("form[data-way]")) {
  const told = form.querySelector("[role=alert]")
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const button = event.submitter ?? form.querySelector("button")
    button.disabled = true
    told.textContent = ""
    try {
      if (!window.PublicKeyCredential) throw new Error(unsupported)
      await ways[form.dataset.way](form)
      if (form.dataset.then) location.assign(form.dataset.then)
      else form.submit()
    } catch (error) {
      told.textContent = failed(error)
      button.disabled = false
    }
  })
}
