import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageRequest } from "@gondola/kit"
import type { Period } from "./period"

/** K… are the retailer's own numbers for them (docs/figures.md); the others are the boards' plain sums. */
export const FIGURE_CODES = [
  "K1",
  "K2",
  "K3",
  "K4",
  "K5",
  "K6",
  "K7",
  "K8",
  "K9",
  "K10",
  "K11",
  "K19",
  "K20",
  "K20_SLOW",
  "K28",
  "GOODS_SOLD",
  "UNITS_SOLD",
  "REFUNDED",
  "PAGE_VIEWS",
  "OFFER_CONVERSION",
  "BUY_BOX_SHARE",
] as const
export type FigureCode = (typeof FIGURE_CODES)[number]

/** MONEY in cents, PER_DAY a mean, PERCENT from 0 to 100. */
export type FigureUnit = "COUNT" | "PER_DAY" | "PERCENT" | "SECONDS" | "MONEY"

/**
 * How days become one value: SUM adds the tops; MEAN divides their sum by the days; RATIO is Σ top ÷ Σ bottom; LAST is
 * the last day's ratio, or its top where there is no bottom; MEDIAN is the middle one of all measures, of which a day
 * gives each value (top) and how often it was measured (bottom).
 */
export type FigureForm = "SUM" | "MEAN" | "RATIO" | "LAST" | "MEDIAN"

/** One Paris day of a figure. A day without a row counts 0, except for what was not measured (see `measured`). */
export interface DayParts {
  readonly day: string
  readonly top: number
  readonly bottom?: number
  /** Of money and of shares of money; each currency is a figure of its own. */
  readonly currency?: string
}

/** What a board is about: null is the whole marketplace. */
export interface FigureScope {
  readonly sellerId: string | null
}

export type ColumnKind = "TEXT" | "STATE" | "NUMBER" | "PERCENT" | "SECONDS" | "MONEY" | "DATE_TIME" | "DAY"

export interface FigureColumn {
  /** The faces have its words. */
  readonly key: string
  readonly kind: ColumnKind
}

export interface FigureCell {
  readonly text?: string | null
  readonly number?: number | null
  readonly at?: Date | null
  readonly currency?: string | null
}

/** What a row is about, for the face to link to. */
export interface FigureSubject {
  readonly type: "ORDER" | "PRODUCT" | "SELLER" | "OFFER" | "CAMPAIGN" | "RETURN"
  readonly id: string
}

export interface FigureRow {
  readonly key: string
  readonly about?: FigureSubject
  readonly cells: readonly FigureCell[]
}

export interface FigureRows {
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  readonly total: number
}

export type Paged = PageRequest & { skip: number; take: number }

/** One figure: where its parts come from and which rows stand behind it. A plugin brings those of its own tables. */
export interface FigureSource {
  readonly code: FigureCode
  readonly unit: FigureUnit
  readonly form: FigureForm
  /** Whether more is better; null where it depends. */
  readonly better: "UP" | "DOWN" | null
  /** Whose boards show it. */
  readonly boards: readonly ("OPERATOR" | "SELLER")[]
  parts(container: MedusaContainer, period: Period, scope: FigureScope): Promise<readonly DayParts[]>
  rows(container: MedusaContainer, period: Period, asked: FigureScope & { readonly page: Paged }): Promise<FigureRows>
}
