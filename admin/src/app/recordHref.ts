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
    ORDER: search("/operator/orders"),
    SELLER: search("/operator/sellers"),
    PRODUCT: search("/operator/products"),
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
