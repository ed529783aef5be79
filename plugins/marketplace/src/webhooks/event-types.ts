interface EventWords {
  readonly when: string
  /** What `data` holds. */
  readonly data: readonly string[]
}

/** What a seller's programs can be told; the page docs/seller-api.md and the OpenAPI document list the same. */
export const EVENTS = {
  "order.placed": { when: "a sale", data: ["orderId", "orderNumber", "promisedBy"] },
  "order.line_refused": { when: "lines were refused", data: ["orderId", "lines", "amount", "reason"] },
  "order.cancelled": {
    when: "the shopper or the operator took lines back, or nobody accepted in time",
    data: ["orderId", "lines", "amount", "reason"],
  },
  "order.refunded": {
    when: "the shopper got money back by the decision of a dispute",
    data: ["orderId", "lines", "amount", "reason"],
  },
  "parcel.shipped": {
    when: "a parcel left",
    data: ["orderId", "parcelId", "carrier", "trackingNumber", "lines"],
  },
  "parcel.delivered": { when: "a parcel arrived", data: ["orderId", "parcelId"] },
  "dispute.opened": { when: "a dispute was opened", data: ["orderId", "disputeId", "reason", "amount"] },
  "dispute.moved": {
    when: "a dispute was answered, passed to the operator, decided or closed",
    data: ["orderId", "disputeId", "move"],
  },
  "message.received": {
    when: "the shopper or the operator wrote about an order",
    data: ["orderId", "messageId", "from", "files"],
  },
  "offer.changed": { when: "an offer changed, by whichever way", data: ["offerId", "sku", "state", "price"] },
  "import.finished": {
    when: "an import or a bulk edit came to its end",
    data: ["importId", "state", "dryRun", "total", "created", "updated", "unchanged", "failed"],
  },
  "return.settled": {
    when: "the shopper got money back for a return",
    data: ["returnId", "number", "refund", "commissionBack", "currency"],
  },
  "document.issued": {
    when: "an invoice, credit note or statement",
    data: ["documentId", "number", "kind", "month", "currency", "amount"],
  },
  "payout.paid": { when: "a payout reached the bank", data: ["payoutId", "amount"] },
  "payout.failed": {
    when: "a payout was refused or came back; it is owed again",
    data: ["payoutId", "amount", "reason"],
  },
} as const satisfies Readonly<Record<string, EventWords>>

export type EventType = keyof typeof EVENTS

export const EVENT_TYPES = Object.keys(EVENTS) as EventType[]

/** Sent to one endpoint when its owner tries it out. */
export const PING = "ping"

export const isEventType = (text: string): text is EventType => Object.hasOwn(EVENTS, text)
