import type { Room } from "../api/session"

export type HitType = "ORDER" | "SELLER" | "PRODUCT" | "OFFER" | "DOCUMENT" | "RETURN" | "CAMPAIGN"

interface RecordRef {
  type: HitType
  id: string
  /** What finds exactly this in its list. */
  title: string
}

type Pages = Partial<Record<HitType, (record: RecordRef) => string>>

const search =
  (path: string) =>
  ({ title }: RecordRef): string =>
    `${path}?q=${encodeURIComponent(title)}`
const page =
  (path: string) =>
  ({ id }: RecordRef): string =>
    `${path}/${encodeURIComponent(id)}`

/** Where each room shows a record: its own page, or its list with the one row. */
const PAGES: Record<Room, Pages> = {
  OPERATOR: {
    ORDER: page("/operator/orders"),
    SELLER: page("/operator/sellers"),
    PRODUCT: page("/operator/catalogue"),
    DOCUMENT: search("/operator/documents"),
    CAMPAIGN: () => "/operator/campaigns",
  },
  SELLER: {
    ORDER: page("/seller/orders"),
    OFFER: search("/seller/offers"),
    DOCUMENT: search("/seller/documents"),
  },
  BRAND: { CAMPAIGN: page("/brand/campaigns") },
  SHOP: { RETURN: page("/shop/returns") },
}

export const recordHref = (room: Room, record: RecordRef): string | undefined => PAGES[room][record.type]?.(record)

/** The same where only the record's type and id are known: lists that need words to find it are left out. */
export function subjectHref(room: Room, { type, id }: Omit<RecordRef, "title">): string | undefined {
  // Rows of a seller's figures name the whole order; its room shows its own part, by another id.
  if (room === "SELLER" && type === "ORDER") return undefined
  const href = recordHref(room, { type, id, title: "" })
  return href?.endsWith("?q=") ? undefined : href
}
