import type { FigureCell, FigureColumn, FigureRow, FigureSource } from "./figure"
import type { Period } from "./period"
import { ofSeller, selectDays, selectRows } from "./query"

/** A column of the rows behind a figure, and what of a row stands in it. */
export interface RowColumn<T> extends FigureColumn {
  readonly cell: (row: T) => FigureCell
}

type Name = FigureColumn["key"]

export const text = <T>(key: Name, of: (row: T) => string | null, kind: "TEXT" | "STATE" | "DAY" = "TEXT") => ({
  key,
  kind,
  cell: (row: T): FigureCell => ({ text: of(row) }),
})

/** PostgreSQL's sums come as text. */
export const number = <T>(
  key: Name,
  of: (row: T) => string | number | null,
  kind: "NUMBER" | "PERCENT" | "SECONDS" = "NUMBER",
) => ({
  key,
  kind,
  cell: (row: T): FigureCell => {
    const value = of(row)
    return { number: value === null ? null : Number(value) }
  },
})

export const moment = <T>(key: Name, of: (row: T) => Date | null) => ({
  key,
  kind: "DATE_TIME" as const,
  cell: (row: T): FigureCell => ({ at: of(row) }),
})

export const money = <T extends { readonly currency: string }>(key: Name, of: (row: T) => string | number) => ({
  key,
  kind: "MONEY" as const,
  cell: (row: T): FigureCell => ({ number: Number(of(row)), currency: row.currency }),
})

/** The order that a row is about, as people name it. */
export const orderColumn = <T extends { readonly number: number }>(): RowColumn<T> =>
  text("order", (row) => `#${row.number}`)

export const aboutOrder = (row: { readonly order_id: string }): FigureRow["about"] => ({
  type: "ORDER",
  id: row.order_id,
})

export const aboutProduct = (row: { readonly id: string }): FigureRow["about"] => ({ type: "PRODUCT", id: row.id })

/** For SQL: the name of the trader whose id a column holds; the retailer's where it is null. */
export const traderName = (column: string): string =>
  `coalesce((select name from marketplace_seller where id = ${column}), (select name from marketplace_retailer))`

/** For SQL: an instant of the period, of the seller whose board it is. */
export const within = (instant: string, seller: string): string =>
  `${instant} >= :from and ${instant} < :to and ${ofSeller(seller)}`

type Shape = Pick<FigureSource, "code" | "unit" | "form" | "better" | "boards">

interface SqlFigure<T> extends Shape {
  /** Gives day, top and perhaps bottom and currency. */
  readonly days: string
  /** The rows behind it, in their order. */
  readonly rows: string
  readonly columns: readonly RowColumn<T>[]
  readonly key: (row: T) => string
  readonly about?: (row: T) => FigureRow["about"]
}

/**
 * A figure out of two statements. They may name :from and :to (instants), :first and :last (days) and :seller (null for
 * everybody).
 */
export function sqlFigure<T>({ days, rows, columns, key, about, ...shape }: SqlFigure<T>): FigureSource {
  return {
    ...shape,
    parts: (container, period, { sellerId }) => selectDays(container, days, bindingsOf(period, sellerId)),
    rows: (container, period, { page, sellerId }) =>
      selectRows<T>(
        container,
        { sql: rows, bindings: bindingsOf(period, sellerId), page },
        {
          columns: columns.map((column) => ({ key: column.key, kind: column.kind })),
          key,
          ...(about ? { about } : {}),
          cells: (row) => columns.map((column) => column.cell(row)),
        },
      ),
  }
}

const bindingsOf = ({ days, from, to }: Period, seller: string | null) => ({
  from,
  to,
  first: days[0],
  last: days[days.length - 1],
  seller,
})
