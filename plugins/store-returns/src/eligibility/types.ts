import type { Cents } from "@gondola/kit"

export const BASES = ["WITHDRAWAL", "CONFORMITY", "COMMERCIAL"] as const
export type Basis = (typeof BASES)[number]

export const REASONS = [
  "CHANGED_MIND",
  "WRONG_SIZE",
  "NOT_AS_DESCRIBED",
  "DEFECTIVE",
  "DAMAGED_IN_TRANSPORT",
  "WRONG_ITEM",
] as const
export type Reason = (typeof REASONS)[number]

export const GRADES = ["G1", "G2", "G3", "G4", "GX"] as const
/** G1 sealed, G2 opened as new, G3 used or incomplete, G4 damaged, GX not the article that was sold. */
export type Grade = (typeof GRADES)[number]

export interface Text {
  readonly fr: string
  readonly en: string
}

/** What the rules need to know of a sold line; the marketplace's SoldLine fits. */
export interface LineFacts {
  readonly lineId: string
  readonly sellerId: string | null
  readonly quantity: number
  readonly total: Cents
  readonly delivered: number
  /** Received or dismissed by earlier returns. */
  readonly returned: number
  readonly deliveredAt: Date | null
  readonly categoryHandles: readonly string[]
  readonly returnableInShop: boolean
}

export interface ParcelFacts {
  readonly deliveredAt: Date | null
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[]
}

export interface OrderFacts {
  readonly lines: readonly LineFacts[]
  readonly groups: readonly { readonly parcels: readonly ParcelFacts[] }[]
}
