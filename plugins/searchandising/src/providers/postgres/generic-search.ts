import type { Pool } from "pg"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  ProviderSearchQuery,
  SearchFacetRequest,
  SearchFacetResult,
  SearchResult,
} from "@medusajs/framework/types"
import { queryTokens } from "../../text/tokens"
import { analyseWords } from "./analyse"
import { filterCondition } from "./filters"
import type { QueryTerm } from "../../ranking/bm25f"
import { Parameters } from "./statement"
import { anyTerm, everyTerm } from "./text-query"
import type { Tables } from "./tables"

/** What any caller of Medusa's Search Module may ask: filter tree, facets, order, paging, projection. */
export async function genericSearch(pool: Pool, t: Tables, input: ProviderSearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const { pagination = {}, search_options: options = {} } = input
  refuse(input)
  const skip = pagination.skip ?? 0
  const take = pagination.take ?? 20
  const text = input.q ? await textQuery(pool, t, input, input.q) : null
  const parameters = new Parameters()
  const searched = text === null ? null : `${parameters.add(text)}::tsquery`
  const where = `${filterCondition(input.filters, input.index.fields, parameters)}${searched ? ` and d.tsv @@ ${searched}` : ""}`
  const score = searched ? `ts_rank('{0.5,0.8,0.3,1}', d.tsv, ${searched}, 1)` : "1::real"
  const own = [...parameters.values]
  const order = Object.entries(pagination.order ?? {}).map(([path, direction]) =>
    path === "_score" ? `score ${direction}` : `${sortKey(path, input)} ${direction} nulls last`,
  )
  const page = await pool.query<{ id: string; score: number; doc: Record<string, unknown> }>(
    `select d.id, ${score} as score, b.doc from ${t.doc} d join ${t.fac} f using (n) join ${t.body} b using (n) where ${where}
     order by ${[...order, "score desc", "d.n"].join(", ")} limit ${Number(take)} offset ${Number(skip)}`,
    own,
  )
  const count =
    options.count === "none"
      ? null
      : Number(
          (
            await pool.query<{ n: string }>(
              `select count(*) as n from ${t.doc} d join ${t.body} b using (n) where ${where}`,
              own,
            )
          ).rows[0]?.n ?? 0,
        )
  const facets: Record<string, SearchFacetResult> = {}
  for (const request of (options.facets ?? []) as SearchFacetRequest[])
    facets[request.field] = await facet(pool, t, request, { where, own })
  return {
    hits: page.rows.map((row) => ({
      id: row.id,
      ...(options.include_score === false ? {} : { score: row.score }),
      document: project(row.doc, input.attributes_to_retrieve),
    })),
    ...(options.facets?.length ? { facets } : {}),
    metadata: {
      skip,
      take,
      count,
      processing_time_ms: performance.now() - started,
      ...(input.q ? { query: input.q } : {}),
    },
  }
}

function refuse({ pagination, search_options: options }: ProviderSearchQuery): void {
  const asked = [
    options?.vector && "vector",
    options?.highlight && "highlight",
    options?.distinct && "distinct",
    options?.min_score !== undefined && "min_score",
    options?.attributes_to_search_on && "attributes_to_search_on",
    pagination?.cursor && "cursor",
  ].filter(Boolean)
  if (asked.length > 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `This search engine does not know ${asked.join(", ")}`)
}

/** `any`: one word is enough; otherwise all, the last one as a beginning. Unknown words are corrected when asked. */
async function textQuery(pool: Pool, t: Tables, input: ProviderSearchQuery, q: string): Promise<string> {
  const tokens = queryTokens(q)
  if (tokens.length === 0) return ""
  const strategy = input.search_options?.match_strategy ?? "last"
  const typos = input.search_options?.typo_tolerance ?? input.index.settings.typo_tolerance?.enabled ?? true
  const { documentsWith, corrections, completions } = await analyseWords(pool, t, input.index.physical_name, {
    words: tokens,
    probes: [],
  })
  const terms: QueryTerm[] = tokens.map((token, i) => {
    const guesses = documentsWith[token]
      ? []
      : [
          ...(strategy === "last" && i === tokens.length - 1 ? completions.map((near) => near.word) : []),
          ...(typos ? (corrections[token] ?? []).map((near) => near.word) : []),
        ]
    return { alternatives: [token, ...guesses].map((word) => ({ tokens: [word], weight: 1 })) }
  })
  return strategy === "any" ? anyTerm(terms) : everyTerm(terms)
}

function sortKey(path: string, input: ProviderSearchQuery): string {
  const field = input.index.fields[path]
  const key = path.replace(/'/g, "")
  return field && ["integer", "float", "date"].includes(field.type)
    ? `(f.nums->>'${key}')::numeric`
    : `b.doc->>'${key}'`
}

async function facet(
  pool: Pool,
  t: Tables,
  request: SearchFacetRequest,
  { where, own }: { readonly where: string; readonly own: readonly unknown[] },
): Promise<SearchFacetResult> {
  const parameters = new Parameters()
  parameters.values.push(...own)
  const p = (value: unknown) => parameters.add(value)
  const matched = `from ${t.doc} d join ${t.fac} f using (n) join ${t.body} b using (n) where ${where}`
  if (request.type === "stats") {
    const { rows } = await pool.query<{ min: number; max: number; avg: number; sum: number; count: number }>(
      `select min(x)::float8, max(x)::float8, avg(x)::float8, sum(x)::float8, count(x)::integer
       from (select (f.nums->>${p(request.field)})::numeric as x ${matched}) s`,
      parameters.values,
    )
    const row = rows[0]
    return {
      type: "stats",
      min: row?.min ?? 0,
      max: row?.max ?? 0,
      avg: row?.avg ?? 0,
      sum: row?.sum ?? 0,
      count: row?.count ?? 0,
    }
  }
  if (request.type === "range") {
    const number = `(f.nums->>${p(request.field)})::numeric`
    const bound = (value: number | string) =>
      p(String(typeof value === "string" && Number.isNaN(Number(value)) ? Date.parse(value) : value))
    const sums = request.ranges.map(({ from, to }) => {
      const tests = [
        ...(from === undefined ? [] : [`${number} >= ${bound(from)}::numeric`]),
        ...(to === undefined ? [] : [`${number} < ${bound(to)}::numeric`]),
      ]
      return `count(*) filter (where ${tests.join(" and ") || "true"})::integer`
    })
    const { rows } = await pool.query<{ counts: number[] }>(
      `select array[${sums.join(", ")}] as counts ${matched}`,
      parameters.values,
    )
    return {
      type: "range",
      ranges: request.ranges.map((range, i) => ({
        ...range,
        key: range.key ?? `${range.from ?? ""}-${range.to ?? ""}`,
        count: rows[0]?.counts[i] ?? 0,
      })),
    }
  }
  const { rows } = await pool.query<{ value: string; count: number }>(
    `select fv.val as value, count(*)::integer as count
     from (select unnest(f.kv) as v ${matched}) k join ${t.fv} fv using (v)
     where fv.f = ${p(request.field)} ${request.query ? `and starts_with(lower(fv.val), lower(${p(request.query)}))` : ""}
     group by 1 order by ${request.sort === "alpha" ? "1" : "2 desc, 1"}`,
    parameters.values,
  )
  const limit = request.limit ?? 10
  return {
    type: "value",
    values: rows.slice(0, limit),
    other_count: rows.slice(limit).reduce((sum, row) => sum + row.count, 0),
  }
}

function project(doc: Record<string, unknown>, paths: readonly string[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const path of paths) {
    const top = path.split(".")[0] ?? path
    if (top in doc) kept[top] = doc[top]
  }
  return kept
}
