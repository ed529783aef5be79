import { type Cents } from "@gondola/kit"

/** One line of the operator's list. A selector that is null does not restrict; one that names nothing known matches nothing. */
export interface CommissionRule {
  readonly id: string
  readonly name: string
  readonly position: number
  readonly active: boolean
  readonly categoryHandle: string | null
  readonly sellerId: string | null
  readonly brand: string | null
  /** Lower bound of the unit price, VAT included. */
  readonly minPrice: Cents | null
  /** Basis points: 1500 is 15 %. */
  readonly rateBps: number
  /** Added for each unit sold. */
  readonly fixed: Cents
}

/** What is sold, as a rule sees it. */
export interface CommissionSubject {
  readonly sellerId: string
  readonly brand: string | null
  /** The product's categories with all their ancestors, so that a rule on a department holds for its shelves. */
  readonly categoryHandles: readonly string[]
  readonly unitPrice: Cents
}

/** The operator orders the list; the first active rule that fits wins, however specific a later one is. */
export function matchRule(rules: readonly CommissionRule[], subject: CommissionSubject): CommissionRule | null {
  const ordered = [...rules].sort((a, b) => a.position - b.position)
  return ordered.find((rule) => rule.active && fits(rule, subject)) ?? null
}

function fits(rule: CommissionRule, subject: CommissionSubject): boolean {
  return (
    (rule.categoryHandle === null || subject.categoryHandles.includes(rule.categoryHandle)) &&
    (rule.sellerId === null || rule.sellerId === subject.sellerId) &&
    (rule.brand === null || sameBrand(rule.brand, subject.brand)) &&
    (rule.minPrice === null || subject.unitPrice >= rule.minPrice)
  )
}

const sameBrand = (rule: string, brand: string | null): boolean =>
  rule.trim() !== "" && brand !== null && rule.trim().toLocaleLowerCase("fr") === brand.trim().toLocaleLowerCase("fr")

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
