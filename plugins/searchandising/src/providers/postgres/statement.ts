import { anyTerm, everyTerm, typeQuery } from "./text-query"
import type { FilterGroup, RetrievalPlan } from "./plan"
import { VALUES_A_FIELD, type Tables } from "./tables"

/**
 * A dynamic attribute has to speak for a fifth of the best hits: what only the long tail has, strays that fitted one
 * word, is no choice for who looks at the first pages.
 */
const LEAST_SHARE = 5
const FRONT = 120

/** Collects parameters as they are used. */
export class Parameters {
  readonly values: unknown[] = []
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** Share of each field in the first ranking, {D, C, B, A}: description, brand, type and part number, title. */
const FIRST_RANK = "'{0.8,1,0.5,0.8}'"

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
  // What nearly every document satisfies must not tempt the planner into the index on kv.
  const scope = [
    condition,
    ...plan.scope.map((group) => `(${holds(t, group, p)})${group.selective ? "" : " is true"}`),
  ].join(" and ")
  const groups = plan.filters.slice(0, 30)
  const mask =
    groups.map((group, bit) => `(case when ${holds(t, group, p)} then 0 else ${2 ** bit} end)`).join(" + ") || "0"
  const bits = JSON.stringify(groups.map((group, bit) => ({ f: group.field, bit: 2 ** bit })))
  // The thing itself comes into the window before what is made for it.
  const ofType =
    plan.typeWords.length > 0 ? `(case when d.tsv @@ ${p(typeQuery(plan.typeWords))}::tsquery then 1 else 0 end)` : "0"
  const rank = text
    ? `(case when d.tsv @@ ${every} then 10 else 0 end) + ${ofType} + ts_rank(${FIRST_RANK}, d.tsv, (select query from searched), 1)`
    : "coalesce((f.nums->>'rank')::real, 0)"
  const sortKey = plan.sort ? `(nums->>${p(plan.sort.field)})::numeric` : ""
  const order = plan.sort ? `${sortKey} ${plan.sort.descending ? "desc" : "asc"} nulls last, n` : "score desc, n"
  const histogram = plan.facets.histogram
  const ownBit = groups.findIndex((group) => group.field === histogram)
  const counting = ownBit >= 0 ? `fails in (0, ${2 ** ownBit})` : "fails = 0"
  const needsDoc = text || condition !== "true"
  const wantsFacets = plan.facets.fields.length > 0 || plan.facets.dynamic > 0
  const searched = fill
    ? `select case when (select count(*) from (
         select 1 from ${t.doc} d join ${t.fac} f using (n) where d.tsv @@ ${every} and ${scope} limit ${p(plan.enough)}) x
       ) < ${p(plan.enough)} then ${some} else ${every} end as query`
    : `select ${every} as query`
  return `
with ${text ? `searched as materialized (${searched}),` : ""}
m0 as materialized (
  select f.n, f.kv, f.nums, (${mask}) as fails, (${rank})::real as score, ${text ? `d.tsv @@ ${every}` : "true"} as every
  from ${t.fac} f ${needsDoc ? `join ${t.doc} d using (n)` : ""}
  where ${text ? "d.tsv @@ (select query from searched) and" : ""} ${scope}
),
m as (select * from m0 where fails & (fails - 1) = 0),
h as (
  select n, score, every, row_number() over (order by ${order}) as place from m where fails = 0
  order by ${order} limit ${p(plan.take)} offset ${p(plan.skip)}
)${wantsFacets ? facetTables(t, plan, bits, p) : ""}${
    histogram
      ? `,
numbers as (select (nums->>${p(histogram)})::float8 as x from m where ${counting} and jsonb_exists(nums, ${p(histogram)})),
bounds as (select min(x) as low, max(x) as high from numbers),
bars as (
  select width_bucket(x, (select low from bounds), (select high from bounds) + 0.0001, 12) as b, count(*)::integer as c
  from numbers where (select high > low from bounds) group by 1
)`
      : ""
  }
select json_build_object(
  'total', (select count(*) from m where fails = 0),
  'every', (select count(*) from m where fails = 0 and every),
  'candidates', (select json_agg(json_build_object('id', d.id, 'score', h.score, 'every', h.every, 'words', b.words)
      order by h.place) from h join ${t.doc} d using (n) join ${t.body} b using (n)),
  'present', (select json_agg(d.id) from ${t.doc} d join ${t.fac} f using (n)
      where d.id = any (${p(plan.present)}::text[]) and ${scope} and (${mask}) = 0),
  'facets', ${wantsFacets ? "(select json_agg(s) from shown s)" : "null"},
  'bounds', ${histogram ? "(select to_json(bound) from bounds bound)" : "null"},
  'bars', ${histogram ? "(select json_agg(bar) from bars bar)" : "null"}
) as result`
}

/**
 * Counts on whole numbers only; texts are looked up for what is shown. A dynamic attribute is worth a facet when it
 * covers much of the result and splits it into few groups.
 */
function facetTables(t: Tables, plan: RetrievalPlan, bits: string, p: (value: unknown) => string): string {
  return `,
bits as (
  select fd.id, fd.f, x.bit from json_to_recordset(${p(bits)}::json) as x(f text, bit integer) join ${t.field} fd using (f)
),
counted as materialized (
  select v, sum(c)::integer as c from (
    select fails, v, count(*) as c from m, unnest(kv) as v group by 1, 2
  ) x
  where fails = 0 or fails = (select bit from bits where bits.id = v / ${VALUES_A_FIELD}) group by v
),
covered as (
  select v / ${VALUES_A_FIELD} as id, sum(c)::integer as documents, count(*) as parts, max(c) as biggest from counted group by 1
),
front as (select n from h order by place limit ${FRONT}),
spoken as (
  select v / ${VALUES_A_FIELD} as id from front join ${t.fac} using (n), unnest(kv) as v
  group by 1 having count(distinct n) * ${LEAST_SHARE} >= (select count(*) from front)
),
chosen as (
  select c.id, fd.f, fd.label, fd.unit, fd.dynamic, c.documents from covered c join ${t.field} fd using (id)
  where fd.f = any (${p(plan.facets.fields)}::text[]) or fd.id in (select id from bits)
  union all
  (select c.id, fd.f, fd.label, fd.unit, fd.dynamic, c.documents from covered c join ${t.field} fd using (id)
   where fd.dynamic and fd.id not in (select id from bits) and c.parts between 2 and 40 and c.documents >= 2 * c.parts
     and c.id in (select id from spoken)
   order by c.documents - c.biggest * 0.5 desc, fd.f limit ${p(plan.facets.dynamic)})
),
ranked as (
  select v, c, v / ${VALUES_A_FIELD} as id, row_number() over (partition by v / ${VALUES_A_FIELD} order by c desc, v) as place
  from counted where v / ${VALUES_A_FIELD} in (select id from chosen)
),
shown as (
  select c.f, c.label, c.unit, c.dynamic, c.documents,
    json_agg(json_build_object('value', fv.val, 'label', fv.label, 'count', r.c) order by r.c desc, fv.val) as values
  from chosen c join ranked r using (id) join ${t.fv} fv using (v) where r.place <= ${p(plan.facets.valuesPerField)}
  group by c.f, c.label, c.unit, c.dynamic, c.documents
)`
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
