import fc from "fast-check"
import { renderMail } from "./render-mail"

const frame = { locale: "fr" as const, house: "Maison Gondole", imprint: "Maison Gondole SAS\n10 rue X, Lyon" }

describe("renderMail", () => {
  it("writes the same letter as text and as HTML in its language", () => {
    const mail = renderMail(
      {
        subject: "Votre commande",
        paragraphs: ["Bonjour", "Deux\nlignes"],
        facts: [["Total", "12,00 €"]],
        action: { label: "Voir", url: "https://shop.example/o?t=1&u=2" },
      },
      frame,
    )
    expect(mail.text).toBe(
      "Votre commande\n\nBonjour\n\nDeux\nlignes\n\nTotal: 12,00 €\n\nVoir:\nhttps://shop.example/o?t=1&u=2\n\n-- \nMaison Gondole\nMaison Gondole SAS\n10 rue X, Lyon\n",
    )
    expect(mail.html).toContain('<html lang="fr">')
    expect(mail.html).toContain('href="https://shop.example/o?t=1&amp;u=2"')
    expect(mail.html).toContain("Deux<br>lignes")
  })

  it("lets nobody's words become markup, a header or a script's address", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const mail = renderMail(
          { subject: `a${words}`, paragraphs: [words], facts: [[words, words]], action: { label: words, url: words } },
          { ...frame, imprint: words, house: words },
        )
        const tags = [...mail.html.matchAll(/<\/?([a-z0-9!]+)/gi)].map((m) => m[1]!.toLowerCase())
        const ours = "!doctype html head meta title body div p h1 table tr th td br".split(" ")
        expect(tags.filter((tag) => !ours.includes(tag))).toEqual([])
        expect(mail.subject).not.toMatch(/[\r\n]/)
      }),
    )
    const evil = renderMail(
      {
        subject: "x\r\nBcc: all@x.example",
        paragraphs: ["<script>1</script>"],
        action: { label: "x", url: "javascript:1" },
      },
      frame,
    )
    expect(evil.subject).toBe("x Bcc: all@x.example")
    expect(evil.html).not.toContain("<script")
    expect(evil.html).not.toContain("javascript:")
  })
})
