import type { CustodyUnit } from "./returns"

export type Disposition = "SELLABLE" | "CAGE" | "MARKDOWN" | "RECYCLE"

/** A seller's goods wait in the cage for the seller; the retailer's go by their grade. */
export function dispositionsOf(unit: Pick<CustodyUnit, "ownerIsRetailer" | "grade">): readonly Disposition[] {
  if (!unit.ownerIsRetailer) return ["CAGE"]
  return unit.grade === "G1" || unit.grade === "G2" ? ["SELLABLE", "MARKDOWN"] : ["MARKDOWN", "RECYCLE"]
}
