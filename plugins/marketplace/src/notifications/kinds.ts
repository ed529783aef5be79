import type { FeedRoom } from "./letter"

export type KindRoom = FeedRoom

/**
 * What a reader may have in the bell only, by room. Everything else (decisions, suspensions, deadlines, invitations,
 * refunds, privacy) is always mailed as well.
 */
export const OPTIONAL_KINDS: Readonly<Record<KindRoom, readonly string[]>> = {
  SELLER: [
    "order.placed",
    "message.received",
    "proposal.decided",
    "import.finished",
    "payout.sent",
    "document.issued",
    "webhook.disabled",
  ],
  OPERATOR: ["seller.applied", "message.received"],
  SHOPPER: ["parcel.shipped", "parcel.delivered", "message.received"],
}

const OPTIONAL = new Set(Object.values(OPTIONAL_KINDS).flat())

export const isMandatory = (kind: string): boolean => !OPTIONAL.has(kind)
