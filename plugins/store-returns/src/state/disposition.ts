import { storeReturnError } from "../errors"
import type { Grade } from "../eligibility/types"

export const DISPOSITIONS = ["SELLABLE", "CAGE", "MARKDOWN", "RECYCLE"] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** Where a unit is once the decision is carried out. */
export type Place = "quarantine" | "cage" | "sellable" | "markdown" | "recycled"

export const PLACE_AFTER: Readonly<Record<Disposition, Place>> = {
  SELLABLE: "sellable",
  CAGE: "cage",
  MARKDOWN: "markdown",
  RECYCLE: "recycled",
}

/** Families whose unsold goods, returns included, may not be destroyed (ESPR 2024/1781, art. 23–25). */
const ESPR_CATEGORIES: ReadonlySet<string> = new Set([
  "vetements",
  "mode",
  "habillement",
  "accessoires-de-mode",
  "chaussures",
  "apparel",
  "footwear",
])

export interface UnitFacts {
  readonly sellerId: string | null
  readonly grade: Grade
  readonly categoryHandles: readonly string[]
}

/**
 * A seller's goods only ever go to the cage: what belongs to somebody else is not put on sale, marked down or thrown
 * away by the shop.
 * @throws DISPOSITION_NOT_ALLOWED
 */
export function assertDisposition(unit: UnitFacts, disposition: Disposition, derogationCode: string | null): void {
  const refuse = (message: string) => storeReturnError("DISPOSITION_NOT_ALLOWED", message)
  if (unit.sellerId !== null && disposition !== "CAGE")
    throw refuse("These goods belong to a seller: put them in the cage")
  if (unit.sellerId === null && disposition === "CAGE") throw refuse("The cage is for sellers' goods only")
  if (disposition === "SELLABLE" && unit.grade !== "G1" && unit.grade !== "G2")
    throw refuse("Only sealed goods or goods as new (G1, G2) go back on the shelf")
  if (disposition === "RECYCLE" && unit.grade !== "G4" && unit.grade !== "GX")
    throw refuse("Only damaged goods may be recycled; mark the article down instead")
  const protectedFamily = unit.categoryHandles.some((handle) => ESPR_CATEGORIES.has(handle))
  if (disposition === "RECYCLE" && protectedFamily && !derogationCode)
    throw refuse("Clothing, accessories and footwear may not be destroyed without a derogation code (ESPR art. 25)")
}
