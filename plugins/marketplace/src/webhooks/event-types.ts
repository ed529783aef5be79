/** What a seller's programs can be told. */
export const EVENT_TYPES = [
  "order.placed",
  "order.line_refused",
  "order.cancelled",
  "parcel.shipped",
  "parcel.delivered",
  "offer.changed",
  "return.settled",
  "document.issued",
  "payout.paid",
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** Sent to one endpoint when its owner tries it out. */
export const PING = "ping"

export const isEventType = (text: string): text is EventType => (EVENT_TYPES as readonly string[]).includes(text)
