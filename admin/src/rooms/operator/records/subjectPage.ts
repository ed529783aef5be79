import type { TrailEntry } from "./trail"

/** The operator's page of what an act was about; its order's or its seller's where it has none of its own. */
export function subjectPage(entry: TrailEntry): string | undefined {
  const { subjectType: type, subjectId: id, subjectName: name, orderId, sellerId } = entry
  const found = (path: string) => `${path}?q=${encodeURIComponent(name ?? id)}`
  if (type === "dispute") return `/operator/disputes/${encodeURIComponent(id)}`
  // A shopper's: by the letters of its number.
  if (type === "document" && /^(FV|AC)-/.test(name ?? "")) return found("/operator/customer-invoices")
  if (type === "document" && name) return found("/operator/documents")
  if (type === "commission_rule") return "/operator/commission-rules"
  if (type === "plan") return "/operator/plans"
  if (type === "notice") return found("/operator/notices")
  if (type === "seller") return `/operator/sellers/${encodeURIComponent(id)}`
  if (orderId) return `/operator/orders/${encodeURIComponent(orderId)}`
  if (sellerId) return `/operator/sellers/${encodeURIComponent(sellerId)}`
  return undefined
}
