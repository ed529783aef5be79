import { disputeLetter, type DisputeStory } from "../disputes/letters"
import { messageLetter } from "../messages/letters"
import type { Letters } from "../notifications/letter"
import { shopperRedressLetter, traderRedressLetter } from "../redress/letters"
import type { RedressKind } from "../redress/redress"
import { confirmationLetter, deliveredLetter, shippedLetter, soldLetter } from "./letters"

const money = { amount: 4090, currency: "EUR" }
const lines = [{ title: "Tasse", quantity: 3 }]
const url = "https://shop.example/fr/order/x"
const parcel = { number: 7, trader: "Tasses", lines, carrier: "UPS", trackingNumber: "1Z", trackingUrl: null, url }
const day = new Date("2026-11-25T10:00:00Z")
const dispute = (over: Partial<DisputeStory>): DisputeStory => ({
  what: "OPENED",
  reader: "SELLER",
  number: 7,
  trader: "Tasses",
  dueAt: day,
  claimed: money,
  offered: money,
  refunded: money,
  statement: "Les photos montrent la casse.",
  url,
  ...over,
})
const redress = (kind: RedressKind) => ({
  kind,
  number: 7,
  trader: "Tasses",
  lines,
  refund: money,
  note: "Rupture",
  url,
})

const LETTERS: readonly (readonly [string, Letters])[] = [
  [
    "confirmation",
    confirmationLetter({ number: 7, total: money, groups: [{ trader: "Tasses", lines, promisedBy: day }], url }),
  ],
  ["sold", soldLetter({ number: 7, lines, acceptBy: day, promisedBy: day, url })],
  ["shipped", shippedLetter(parcel)],
  ["delivered", deliveredLetter(parcel)],
  ["message", messageLetter({ number: 7, from: "SELLER", trader: "Tasses", url })],
  ...(["REFUSAL", "CANCELLATION", "EXPIRY", "DISPUTE"] as const).flatMap((kind) => [
    [`${kind} to the shopper`, shopperRedressLetter(redress(kind))] as const,
    [`${kind} to the trader`, traderRedressLetter(redress(kind))] as const,
  ]),
  ...(["OPENED", "ANSWERED", "ESCALATED", "DECIDED", "CLOSED"] as const).map(
    (what) => [`dispute ${what}`, disputeLetter(dispute({ what }))] as const,
  ),
]

describe("letters about orders", () => {
  it.each(LETTERS)(
    "%s: says in both languages which order it is, what happened and where to look",
    (_name, letters) => {
      for (const letter of [letters.fr, letters.en]) {
        expect(letter.subject).toContain("7")
        expect(letter.paragraphs.length).toBeGreaterThan(0)
        expect(letter.paragraphs.every((paragraph) => paragraph.trim().length > 5)).toBe(true)
        expect(letter.action?.url).toBe(url)
        expect(JSON.stringify(letter)).not.toMatch(/undefined|NaN|\[object/)
      }
      expect(letters.fr.subject).not.toBe(letters.en.subject)
    },
  )

  it("prints amounts as each language does", () => {
    const { fr, en } = shopperRedressLetter(redress("REFUSAL"))
    expect(fr.facts?.map(([, value]) => value.replace(/\s/g, " "))).toContain("40,90 €")
    expect(en.facts?.map(([, value]) => value)).toContain("€40.90")
  })
})
