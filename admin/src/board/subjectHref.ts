import type { Room } from "../api/session"

interface Subject {
  type: string
  id: string
}

/** The page of a record in a room; nothing where the room has none. */
export function subjectHref(room: Room, { type, id }: Subject): string | undefined {
  const own = encodeURIComponent(id)
  if (room === "OPERATOR") {
    if (type === "SELLER") return `/operator/sellers?open=${own}`
    if (type === "ORDER") return `/operator/orders/${own}`
    if (type === "PRODUCT") return `/operator/products/${own}`
    if (type === "CAMPAIGN") return `/operator/campaigns?open=${own}`
  }
  return undefined
}
