import { anyTerm, everyTerm } from "./text-query"
import type { FilterGroup, RetrievalPlan } from "./plan"
import type { Tables } from "./tables"

/** Collects parameters as they are used. */
export class Parameters {
  readonly values: unknown[] = []
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** Share of each field in the first ranking, {D, C, B, A}: description, brand, type and part number, title. */
const FIRST_RANK = "'{0.5,0.8,0.3,1}'"

/**
 * Everything of one result in one statement: matches with their failed filters as a bit mask, the best hits, the
 * total, disjunctive counts (a document that fails only its own facet's filter still counts there), bounds and
 * histogram of a number. `condition` is SQL of the caller's own filter tree over d.doc and f.
 */
export function retrievalStatement(t: Tables, plan: RetrievalPlan, parameters: Parameters, condition = "true"): string {
  const p = (value: unknown) => parameters.add(value)
  const text = plan.terms.length > 0
  const every = text ? `${p(everyTerm(plan.terms))}::tsquery` : ""
  const fill = text && plan.rareTerms.length > 0
  const some = fill ? `${p(anyTerm(plan.rareTerms))}::tsquery` : every
  const scope = [condition, ...plan.scope.map((group) => holds(t, group, p))].join(" and ")
  const groups = plan.filters.slice(0, 30)
  const mask =
    groups.map((group, bit) => `(case when ${holds(t, group, p)} then 0 else ${2 ** bit} end)`).join(" + ") || "0"
  const bits = JSON.stringify(groups.map((group, bit) => ({ f: group.field, bit: 2 ** bit })))
  const rank = text
    ? `(case when d.tsv @@ ${every} then 10 else 0 end) + ts_rank(${FIRST_RANK}, d.tsv, (select query from searched), 1)`
    : "coalesce((f.nums->>'rank')::real, 0)"
  const order = plan.sort
    ? `(select (f2.nums->>${p(plan.sort.field)})::numeric from ${t.fac} f2 where f2.n = m.n) ${plan.sort.descending ? "desc" : "asc"} nulls last, m.n`
    : "m.score desc, m.n"
  const histogram = plan.facets.histogram
  const priceBit = groups.findIndex((group) => group.field === histogram)
  const priceRows = priceBit >= 0 ? `m.fails in (0, ${2 ** priceBit})` : "m.fails = 0"
  const wantsFacets = plan.facets.fields.length > 0 || plan.facets.dynamic > 0
  return `
with ${
    text
      ? `searched as materialized (select case when ${fill ? `(select count(*) from (select 1 from ${t.doc} d join ${t.fac} f using (n) where d.tsv @@ ${every} and ${scope} limit ${p(plan.enough)}) x) < ${p(plan.enough)}` : "false"} then ${some} else ${every} end as query),`
      : ""
  }
m0 as materialized (
  select f.n, f.kv, f.nums, (${mask}) as fails, (${rank})::real as score, ${text ? `d.tsv @@ ${every}` : "true"} as every
  from ${t.fac} f join ${t.doc} d using (n)
  where ${text ? "d.tsv @@ (select query from searched) and" : ""} ${scope}
),
m as (select * from m0 where fails & (fails - 1) = 0),
h as (select n, score, every from m where fails = 0 order by ${order} limit ${p(plan.take)} offset ${p(plan.skip)}),
bits as (select f, bit from json_to_recordset(${p(bits)}::json) as x(f text, bit integer)),
counted as (
  select m.fails, v, count(*)::integer as c from m, unnest(m.kv) as v
  where ${wantsFacets ? "true" : "false"} group by 1, 2
),
valued as (
  select fv.f, fv.val, fv.label, sum(c.c)::integer as c from counted c join ${t.fv} fv using (v)
  left join bits b on b.f = fv.f where c.fails = 0 or c.fails = b.bit group by 1, 2, 3
),
covered as (
  select v.f, max(fd.label::text)::jsonb as label, max(fd.unit) as unit, bool_or(fd.dynamic) as dynamic,
    sum(v.c)::integer as documents, count(*) as distinct_values, max(v.c) as biggest
  from valued v join ${t.field} fd using (f) group by v.f
),
chosen as (
  select * from covered where f = any (${p(plan.facets.fields)}::text[]) or f in (select f from bits)
  union
  (select * from covered where dynamic and distinct_values between 2 and 40 and documents >= 2 * distinct_values
   order by documents - biggest * 0.5 desc, f limit ${p(plan.facets.dynamic)})
),
shown as (
  select c.f, c.label, c.unit, c.dynamic, c.documents, v.values
  from chosen c cross join lateral (
    select json_agg(json_build_object('value', val, 'label', vlabel, 'count', c2) order by c2 desc, val) as values
    from (select val, label as vlabel, c as c2 from valued where valued.f = c.f order by c desc, val
          limit ${p(plan.facets.valuesPerField)}) top
  ) v
)${
    histogram
      ? `,
numbers as (select (m.nums->>${p(histogram)})::numeric as x from m where ${priceRows} and m.nums ? ${p(histogram)}),
bounds as (select min(x) as low, max(x) as high from numbers),
bars as (
  select width_bucket(x, low, high + 0.0001, 12) as b, count(*)::integer as c from numbers, bounds where high > low group by 1
)`
      : ""
  }
select json_build_object(
  'total', (select count(*) from m where fails = 0),
  'every', (select count(*) from m where fails = 0 and every),
  'candidates', (select json_agg(json_build_object('id', d.id, 'score', h.score, 'every', h.every, 'words', d.words)
      order by ${order.replace(/\bm\./g, "h.")}) from h join ${t.doc} d using (n)),
  'present', (select json_agg(d.id) from ${t.doc} d join ${t.fac} f using (n)
      where d.id = any (${p(plan.present)}::text[]) and ${scope} and (${mask}) = 0),
  'facets', (select json_agg(s) from shown s),
  'bounds', ${histogram ? "(select to_json(b) from bounds b)" : "null"},
  'bars', ${histogram ? "(select json_agg(b) from bars b)" : "null"}
) as result`
}

/** A group of values of one field, or bounds of a number. */
function holds(t: Tables, group: FilterGroup, p: (value: unknown) => string): string {
  if (group.values)
    return `f.kv && (select coalesce(array_agg(v), '{}') from ${t.fv} where f = ${p(group.field)} and val = any (${p(group.values)}::text[]))`
  const number = `(f.nums->>${p(group.field)})::numeric`
  const bounds = [
    ...(group.min === undefined ? [] : [`${number} >= ${p(group.min)}::numeric`]),
    ...(group.max === undefined ? [] : [`${number} <= ${p(group.max)}::numeric`]),
  ]
  return bounds.length > 0 ? `coalesce(${bounds.join(" and ")}, false)` : "true"
}
