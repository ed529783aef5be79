import { cents } from "@gondola/kit"
import type { CommissionRule, CommissionSubject } from "./rule"

/** For tests: a rule that holds for everything at 15 %, and what is said of it otherwise. */
export const aRule = (id: string, position: number, over: Partial<CommissionRule> = {}): CommissionRule => ({
  id,
  name: id,
  position,
  active: true,
  categoryHandle: null,
  sellerId: null,
  brand: null,
  productId: null,
  condition: null,
  channel: null,
  minPrice: null,
  currency: "EUR",
  effectiveFrom: null,
  effectiveUntil: null,
  rateBps: 1500,
  fixed: cents(0),
  minimum: null,
  maximum: null,
  baseVat: "with",
  baseShipping: false,
  vatMode: "included",
  ...over,
})

export const aMug: CommissionSubject = {
  sellerId: "sel_a",
  brand: "Kaolin",
  productId: "prod_mug",
  condition: "NEW",
  channel: "web",
  currency: "EUR",
  at: new Date("2026-11-20T10:00:00Z"),
  categoryHandles: ["table", "mugs"],
  unitPrice: cents(1200),
}
