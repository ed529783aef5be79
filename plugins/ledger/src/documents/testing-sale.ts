import { cents, type Cents } from "@gondola/kit"
import type { CorrectedDocument, DocumentDraft, InvoiceBody, SaleNote, VatCategory, VatReason } from "./document"
import { invoiceDraft } from "./testing"

interface SaleFigures {
  readonly category?: VatCategory
  readonly reason?: VatReason | null
  readonly rateBps?: number
  readonly sale?: Partial<SaleNote>
  readonly corrects?: CorrectedDocument | null
}

/** A trader's invoice of three mugs at 12 € and their delivery at 4.90 € for tests; all negative with what it corrects. */
export function saleDraft(key: string, over: SaleFigures = {}): DocumentDraft {
  const { category = "S", reason = null, rateBps = 2000, corrects = null } = over
  const sign = (amount: number): Cents => cents(corrects && amount !== 0 ? -amount : amount)
  const vat = rateBps === 0 ? [0, 0] : [600, 82]
  const line = (fr: string, en: string, count: number, at: 0 | 1) => ({
    label: { fr, en },
    count,
    net: sign([3600, 490][at]! - vat[at]!),
    category,
    rateBps,
    vat: sign(vat[at]!),
  })
  const lines = [
    line("Tasse émaillée – Bleu", "Enamel mug – Blue", 3, 0),
    line("Livraison : Colissimo", "Delivery: Colissimo", 1, 1),
  ]
  const vatTotal = vat[0]! + vat[1]!
  const body: InvoiceBody = {
    type: "invoice",
    lines,
    vat: [{ category, rateBps, base: sign(4090 - vatTotal), vat: sign(vatTotal), reason }],
    net: sign(4090 - vatTotal),
    vatTotal: sign(vatTotal),
    gross: sign(4090),
    corrects,
    reason: null,
    sale: {
      orderId: "order_1",
      orderNumber: 1042,
      orderedOn: "2026-11-20",
      soldBy: null,
      mandate: { by: "Maison Gondole SA", since: "2026-03-02" },
      ...over.sale,
    },
  }
  const draft = invoiceDraft(key)
  return {
    ...draft,
    kind: corrects ? "sale_credit_note" : "sale_invoice",
    party: "order_1",
    issuerCode: "12",
    content: {
      ...draft.content,
      issuer: { ...draft.content.recipient, vatNumber: rateBps === 0 ? null : draft.content.recipient.vatNumber },
      recipient: {
        ...draft.content.recipient,
        id: "order_1",
        legalName: "Camille Durand",
        tradeName: "Camille Durand",
        street: "3 quai Saint-Vincent",
        postalCode: "69001",
        city: "Lyon",
        registrationNumber: null,
        vatNumber: null,
        email: null,
      },
      period: { from: "2026-11-23", to: "2026-11-23" },
      body,
    },
  }
}
