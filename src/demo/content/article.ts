import type { MotifName } from "../../pictures/motifs"
import type { PaletteName } from "../../pictures/palettes"
import type { ShapeName } from "../../pictures/draw"

/** French, English. */
export type Pair = readonly [fr: string, en: string]

export type SellerKey = "brindille" | "lueur" | "kumo"

/** One product of the demonstration, as its author writes it down. */
export interface Article {
  readonly title: Pair
  readonly text: Pair
  readonly brand: string
  readonly category: string
  readonly shape: ShapeName
  readonly motif?: MotifName
  /** The first is shown first; more than one makes variants. */
  readonly colours: readonly PaletteName[]
  readonly sizes?: readonly string[]
  /** Euro cents with VAT. */
  readonly price: number
  /** A reduction that began a few days ago: the price before. */
  readonly before?: number
  /** Only this seller has it; the retailer only lists it. */
  readonly only?: SellerKey
  /** Sellers who offer the retailer's article as well, at their price. */
  readonly also?: Partial<Record<SellerKey, number>>
  readonly facts: Facts
}

export interface Facts {
  readonly material?: Pair
  /** Centilitres. */
  readonly capacity?: number
  /** Centimetres. */
  readonly height?: number
  /** Watts. */
  readonly power?: number
  readonly socket?: string
  readonly dishwasher?: boolean
  readonly organic?: boolean
  readonly dimmable?: boolean
  readonly pages?: number
  /** Years. */
  readonly fromAge?: number
  readonly madeIn?: Pair
}

export const FRANCE: Pair = ["France", "France"]
export const PORTUGAL: Pair = ["Portugal", "Portugal"]
export const JAPAN: Pair = ["Japon", "Japan"]
