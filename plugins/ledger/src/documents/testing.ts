import { cents, shareHalfUp } from "@gondola/kit"
import type { DocumentDraft, DocumentParty } from "./document"

const party = (over: Partial<DocumentParty>): DocumentParty => ({
  id: null,
  legalName: "Maison Gondole SA",
  tradeName: "Gondole",
  street: "12 rue des Halles",
  postalCode: "75001",
  city: "Paris",
  countryCode: "FR",
  registrationNumber: "404833048",
  vatNumber: "FR83404833048",
  email: "comptabilite@gondole.example",
  ...over,
})

/** Drafts for tests. */
export function invoiceDraft(key: string, net = 1000): DocumentDraft {
  const vat = shareHalfUp(cents(net), 2000)
  return {
    businessKey: key,
    kind: "commission_invoice",
    party: "sel_a",
    currency: "EUR",
    issuedAt: new Date("2026-12-01T03:00:00Z"),
    issueDay: "2026-12-01",
    content: {
      issuer: party({}),
      recipient: party({
        id: "sel_a",
        legalName: "Atelier Argile SARL",
        tradeName: "Atelier Argile",
        registrationNumber: "80295478500028",
        vatNumber: "FR55802954785",
      }),
      period: { from: "2026-11-01", to: "2026-11-30" },
      entries: { count: 0, digest: "" },
      body: {
        type: "invoice",
        lines: [
          {
            label: { fr: "Commission sur 1 vente", en: "Commission on 1 sale" },
            count: 1,
            net: cents(net),
            category: "S",
            rateBps: 2000,
          },
        ],
        vat: [{ category: "S", rateBps: 2000, base: cents(net), vat, reason: null }],
        net: cents(net),
        vatTotal: vat,
        gross: cents(net + vat),
        corrects: null,
        reason: null,
      },
    },
  }
}

export function statementDraft(key: string, opening: number, closing: number): DocumentDraft {
  const draft = invoiceDraft(key)
  return {
    ...draft,
    kind: "statement",
    content: {
      ...draft.content,
      body: {
        type: "statement",
        opening: cents(opening),
        movements: [{ kind: "order_amount", count: 1, amount: cents(closing - opening) }],
        closing: cents(closing),
        documents: [],
      },
    },
  }
}
