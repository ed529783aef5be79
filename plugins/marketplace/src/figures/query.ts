import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { DayParts, FigureCell, FigureColumn, FigureRow, FigureRows, Paged } from "./figure"

type Bindings = Readonly<Record<string, unknown>>

/** Statements name :from, :to and the like; every figure is one statement. */
export async function select<T>(container: MedusaContainer, sql: string, bindings: Bindings): Promise<T[]> {
  const { rows } = (await knexOf(container).raw(sql, bindings as never)) as { rows: T[] }
  return rows
}

/** Days from a statement that gives day, top and perhaps bottom and currency; PostgreSQL's sums come as text. */
export async function selectDays(container: MedusaContainer, sql: string, bindings: Bindings): Promise<DayParts[]> {
  const rows = await select<{ day: string; top: string; bottom?: string; currency?: string }>(container, sql, bindings)
  return rows.map((row) => ({
    day: row.day,
    top: Number(row.top),
    ...(row.bottom === undefined ? {} : { bottom: Number(row.bottom) }),
    ...(row.currency ? { currency: row.currency } : {}),
  }))
}

interface RowReader<T> {
  readonly columns: readonly FigureColumn[]
  readonly key: (row: T) => string
  readonly about?: (row: T) => FigureRow["about"]
  readonly cells: (row: T) => readonly FigureCell[]
}

/** One page of a statement's rows with how many there are in all. The statement brings its own order. */
export async function selectRows<T>(
  container: MedusaContainer,
  asked: { readonly sql: string; readonly bindings: Bindings; readonly page: Paged },
  read: RowReader<T>,
): Promise<FigureRows> {
  const paged = `select counted.*, count(*) over ()::int as row_total from (${asked.sql}) as counted offset :skip limit :take`
  const bindings = { ...asked.bindings, skip: asked.page.skip, take: asked.page.take }
  const rows = await select<T & { row_total: number }>(container, paged, bindings)
  // Beyond the last page there is no row to tell the total.
  const [count] =
    rows.length > 0 || asked.page.skip === 0
      ? []
      : await select<{ n: number }>(
          container,
          `select count(*)::int as n from (${asked.sql}) as all_rows`,
          asked.bindings,
        )
  return {
    columns: read.columns,
    total: rows[0]?.row_total ?? count?.n ?? 0,
    rows: rows.map((row) => ({ key: read.key(row), about: read.about?.(row), cells: read.cells(row) })),
  }
}

/** For SQL: rows of one seller, or of everybody where the binding is null. */
export const ofSeller = (column: string): string => `(cast(:seller as text) is null or ${column} = :seller)`
