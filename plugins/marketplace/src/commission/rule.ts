import { type Cents } from "@gondola/kit"
import type { VatMode } from "../vat/fee-vat"

/** Where the sale was made and where the goods are handed over. */
export const CHANNELS = ["web", "shop", "pickup"] as const
export type SaleChannel = (typeof CHANNELS)[number]

/** One line of the operator's list. A selector that is null does not restrict; one that names nothing known matches nothing. */
export interface CommissionRule {
  readonly id: string
  readonly name: string
  readonly position: number
  readonly active: boolean
  readonly categoryHandle: string | null
  readonly sellerId: string | null
  readonly brand: string | null
  /** Catalogue product. */
  readonly productId: string | null
  readonly condition: string | null
  readonly channel: string | null
  /** Lower bound of the unit price, VAT included. */
  readonly minPrice: Cents | null
  /** Of minPrice, fixed, minimum and maximum: a rule with one of them holds for sales in this currency only. */
  readonly currency: string
  /** Inclusive. */
  readonly effectiveFrom: Date | null
  /** Exclusive. */
  readonly effectiveUntil: Date | null
  /** Basis points: 1500 is 15 %. */
  readonly rateBps: number
  /** Added for each unit sold. */
  readonly fixed: Cents
  /** For each unit sold. */
  readonly minimum: Cents | null
  readonly maximum: Cents | null
  /** Whether the percentage is taken of the price with or without its VAT. */
  readonly baseVat: "with" | "without"
  /** Whether the line's share of the delivery belongs to the base. */
  readonly baseShipping: boolean
  /** Whether the VAT of the fee lies within what the rule says or comes on top. */
  readonly vatMode: VatMode
}

/** What is sold, as a rule sees it. */
export interface CommissionSubject {
  readonly sellerId: string
  readonly brand: string | null
  /** Catalogue product; null where it is not known (a simulated sale). */
  readonly productId: string | null
  readonly condition: string
  readonly channel: SaleChannel
  readonly currency: string
  readonly at: Date
  /** The product's categories with all their ancestors, so that a rule on a department holds for its shelves. */
  readonly categoryHandles: readonly string[]
  readonly unitPrice: Cents
}

/** Why a rule does not hold; in the order in which a person would check. */
export type RuleMiss =
  "inactive" | "period" | "category" | "seller" | "brand" | "product" | "condition" | "channel" | "price" | "currency"

/** The operator orders the list; the first active rule that fits wins, however specific a later one is. */
export function matchRule(rules: readonly CommissionRule[], subject: CommissionSubject): CommissionRule | null {
  return inOrder(rules).find((rule) => missesOf(rule, subject).length === 0) ?? null
}

/** Every rule up to the one that wins, each with what kept it from winning. */
export function explainRules(
  rules: readonly CommissionRule[],
  subject: CommissionSubject,
): { readonly rule: CommissionRule; readonly misses: readonly RuleMiss[] }[] {
  const asked = inOrder(rules).map((rule) => ({ rule, misses: missesOf(rule, subject) }))
  const winner = asked.findIndex((each) => each.misses.length === 0)
  return winner === -1 ? asked : asked.slice(0, winner + 1)
}

export function missesOf(rule: CommissionRule, subject: CommissionSubject): RuleMiss[] {
  const checks: readonly (readonly [RuleMiss, boolean])[] = [
    ["inactive", rule.active],
    ["period", within(rule, subject.at)],
    ["category", named(rule.categoryHandle, (handle) => subject.categoryHandles.includes(handle))],
    ["seller", named(rule.sellerId, (id) => id === subject.sellerId)],
    ["brand", named(rule.brand, (brand) => sameBrand(brand, subject.brand))],
    ["product", named(rule.productId, (id) => id === subject.productId)],
    ["condition", named(rule.condition, (condition) => condition === subject.condition)],
    ["channel", named(rule.channel, (channel) => channel === subject.channel)],
    ["price", rule.minPrice === null || subject.unitPrice >= rule.minPrice],
    ["currency", !hasAmounts(rule) || rule.currency === subject.currency],
  ]
  return checks.filter(([, fits]) => !fits).map(([miss]) => miss)
}

const inOrder = (rules: readonly CommissionRule[]): CommissionRule[] =>
  [...rules].sort((a, b) => a.position - b.position)

const named = (selector: string | null, fits: (value: string) => boolean): boolean =>
  selector === null || (selector.trim() !== "" && fits(selector))

const within = (rule: CommissionRule, at: Date): boolean =>
  (rule.effectiveFrom === null || rule.effectiveFrom.getTime() <= at.getTime()) &&
  (rule.effectiveUntil === null || at.getTime() < rule.effectiveUntil.getTime())

const hasAmounts = (rule: CommissionRule): boolean =>
  [rule.minPrice, rule.fixed, rule.minimum, rule.maximum].some((amount) => (amount ?? 0) > 0)

const sameBrand = (rule: string, brand: string | null): boolean =>
  brand !== null && rule.trim().toLocaleLowerCase("fr") === brand.trim().toLocaleLowerCase("fr")

/** Moves one rule so that it ends at `position` (1-based); the others keep their order and are numbered 1…n. */
export function reordered<T extends { readonly id: string; readonly position: number }>(
  rules: readonly T[],
  id: string,
  position: number,
): T[] {
  const ordered = [...rules].sort((a, b) => a.position - b.position)
  const moved = ordered.find((rule) => rule.id === id)
  if (!moved) return ordered
  const rest = ordered.filter((rule) => rule.id !== id)
  rest.splice(Math.min(Math.max(position, 1), ordered.length) - 1, 0, moved)
  return rest.map((rule, index) => ({ ...rule, position: index + 1 }))
}
