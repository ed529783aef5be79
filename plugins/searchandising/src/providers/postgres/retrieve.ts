import type { Pool } from "pg"
import type { Label } from "./document-row"
import type { Candidate, FieldCounts, RetrievalPlan, RetrievalResult } from "./plan"
import { Parameters, retrievalStatement } from "./statement"
import type { Tables } from "./tables"
import type { Field } from "../../ranking/bm25f"

interface Row {
  total: number
  every: number
  candidates:
    { id: string; score: number; every: boolean; words: Record<Field, string> & { brandName: string | null } }[] | null
  present: string[] | null
  facets:
    | {
        f: string
        label: Label | null
        unit: string | null
        dynamic: boolean
        documents: number
        values: { value: string; label: Label | null; count: number }[]
      }[]
    | null
  bounds: { low: number | null; high: number | null } | null
  bars: { b: number; c: number }[] | null
}

export async function retrieve(pool: Pool, t: Tables, plan: RetrievalPlan, condition?: (p: Parameters) => string) {
  const parameters = new Parameters()
  const extra = condition?.(parameters)
  const text = retrievalStatement(t, plan, parameters, extra)
  const { rows } = await pool.query<{ result: Row }>(text, parameters.values)
  const row = rows[0]?.result
  if (!row) throw new Error("the search statement answered no row")
  return result(row, plan)
}

function result(row: Row, plan: RetrievalPlan): RetrievalResult {
  const candidates: Candidate[] = (row.candidates ?? []).map(({ words: { brandName, ...words }, ...hit }) => ({
    ...hit,
    brand: brandName,
    words,
  }))
  const facets: FieldCounts[] = (row.facets ?? []).map(({ f, label, values, ...rest }) => ({
    ...rest,
    field: f,
    label: label?.[plan.locale] ?? f,
    values: values.map((v) => ({ value: v.value, count: v.count, label: v.label?.[plan.locale] ?? v.value })),
  }))
  return {
    total: row.total,
    every: row.every,
    filled: plan.terms.length > 0 && row.every < row.total,
    candidates,
    present: row.present ?? [],
    facets,
    histogram: histogram(row),
  }
}

function histogram({ bounds, bars }: Row): RetrievalResult["histogram"] {
  if (!bounds || bounds.low === null || bounds.high === null) return null
  const { low: min, high: max } = bounds
  const width = (max - min) / 12
  const counts = new Map((bars ?? []).map(({ b, c }) => [b, c]))
  return {
    min,
    max,
    bars:
      width > 0
        ? Array.from({ length: 12 }, (_, i) => ({
            from: min + i * width,
            to: min + (i + 1) * width,
            count: counts.get(i + 1) ?? 0,
          }))
        : [],
  }
}
