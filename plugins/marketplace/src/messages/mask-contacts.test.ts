import fc from "fast-check"
import { maskContacts } from "./mask-contacts"

describe("contacts in a message", () => {
  it.each([
    ["Écrivez à camille.durand+achats@exemple.fr svp", "Écrivez à ••• svp"],
    ["camille (at) exemple.fr", "•••"],
    ["Mon numéro : 06 12 34 56 78.", "Mon numéro : •••."],
    ["+33 6 12 34 56 78 ou 0612345678", "••• ou •••"],
    ["+49 (30) 901820 00", "•••"],
  ])("are hidden: %s", (text, hidden) => {
    expect(maskContacts(text)).toEqual({ text: hidden, masked: true })
  })

  it.each([
    "Colis 6A12345678901, commande #1024, reçu le 12/11/2026 à 14:30",
    "Il manque 2 tasses sur 3, soit 24,00 €",
    "GTIN 3760000000011",
    "numéro 20260612345678",
  ])("are not seen where there are none: %s", (text) => {
    expect(maskContacts(text)).toEqual({ text, masked: false })
  })

  it("leave nothing that looks like an address, wherever it stands", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.lorem(), (email, words) => {
        fc.pre(/^[\w.+-]+@[\w.-]+\.[a-z]{2,}$/i.test(email))
        const { text } = maskContacts(`${words} ${email}, ${words}`)
        expect(text).not.toContain("@")
      }),
    )
  })
})
