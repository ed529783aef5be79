/**
 * NOT Stripe. A stand-in for https://js.stripe.com that the journeys put in its place, because no test reaches Stripe: it
 * has the few functions that the shop calls, draws plain fields where Stripe draws a frame, and knows three card numbers of
 * Stripe's own test cards. What Stripe's real form does inside its frame is not proven by it.
 */
;(() => {
  const WORDS = {
    fr: {
      number: "Numéro de carte",
      expiry: "Date d’expiration",
      code: "Code de sécurité",
      incomplete: "Ce champ est incomplet.",
      declined: "Votre carte a été refusée.",
    },
    en: {
      number: "Card number",
      expiry: "Expiry date",
      code: "Security code",
      incomplete: "This field is incomplete.",
      declined: "Your card was declined.",
    },
  }
  const DECLINED = "4000000000000002"
  const ASKS_THE_BANK = "4000002500003155"

  function paymentElement(words, fields) {
    const listeners = {}
    let host
    return {
      mount(target) {
        host = target
        for (const [name, label] of [
          ["number", words.number],
          ["expiry", words.expiry],
          ["code", words.code],
        ]) {
          const row = document.createElement("p")
          const id = `double-${name}`
          row.innerHTML = `<label for="${id}"></label><br><input id="${id}" inputmode="numeric" autocomplete="off" aria-describedby="${id}-error"><br><span id="${id}-error" role="alert" style="color:#b3261e"></span>`
          row.querySelector("label").textContent = label
          host.append(row)
          fields[name] = { input: row.querySelector("input"), error: row.querySelector("span") }
        }
        setTimeout(() => (listeners.ready ?? []).forEach((told) => told()), 0)
      },
      on(event, told) {
        ;(listeners[event] ??= []).push(told)
        return this
      },
      off: () => {},
      update: () => {},
      unmount: () => host?.replaceChildren(),
      destroy: () => host?.replaceChildren(),
    }
  }

  window.Stripe = () => ({
    createToken: () => {},
    createPaymentMethod: () => {},
    confirmCardPayment: () => {},
    elements(options) {
      const words = WORDS[options.locale] ?? WORDS.en
      const fields = {}
      const missing = () => Object.values(fields).filter(({ input }) => input.value.trim() === "")
      return {
        words,
        fields,
        secret: options.clientSecret,
        create: () => paymentElement(words, fields),
        getElement: () => null,
        update: () => {},
        async submit() {
          for (const { input, error } of Object.values(fields)) {
            const empty = input.value.trim() === ""
            error.textContent = empty ? words.incomplete : ""
            input.setAttribute("aria-invalid", String(empty))
          }
          return missing().length > 0 ? { error: { type: "validation_error", message: words.incomplete } } : {}
        },
      }
    },
    async confirmPayment({ elements, confirmParams }) {
      const number = elements.fields.number.input.value.replace(/\s/g, "")
      const id = elements.secret.replace("_secret", "")
      if (number === DECLINED)
        return { error: { type: "card_error", code: "card_declined", message: elements.words.declined } }
      if (number === ASKS_THE_BANK) {
        const bank = new URL("https://hooks.stripe.com/double")
        bank.searchParams.set("intent", id)
        bank.searchParams.set("back", confirmParams.return_url)
        window.location.assign(bank)
        return new Promise(() => {})
      }
      const answer = await fetch(`https://api.stripe.com/v1/payment_intents/${id}/confirm`, { method: "POST" })
      return { paymentIntent: await answer.json() }
    },
  })
})()
