import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import type { ExecArgs, ISearchModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  search,
  SEARCHANDISING_MODULE,
  type SearchandisingModuleService,
  type SearchRequest,
} from "@gondola/searchandising"
import { figuresOf, parseJudgments, summarise, type Judgments, type QueryFigures } from "./measure"

const USAGE = `npm run relevance -- --judgments FILE [--source Icecat] [--locale en] [--per-query] [--json]
  FILE has the columns query, docid, rating (0–3); docid is the key of the article in its source`

/** The first 50 of every query through the whole pipeline, on the index of the database at hand. */
export default async function relevance({ container, args }: ExecArgs): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      judgments: { type: "string" },
      source: { type: "string", default: "Icecat" },
      locale: { type: "string", default: "en" },
      "per-query": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  })
  if (!values.judgments || !["fr", "en"].includes(values.locale)) {
    process.stderr.write(`${USAGE}\n`)
    process.exit(2)
  }
  const judgments = parseJudgments(readFileSync(values.judgments, "utf8"))
  const keys = await sourceKeys(container, values.source)
  if (keys.size === 0) {
    process.stderr.write(`No article of the source ${values.source} is in this database; import it first.\n`)
    process.exit(1)
  }
  await buildIndexIfEmpty(container)
  const locale = values.locale as SearchRequest["locale"]
  await rank(container, judgments, keys, locale)
  const all = await rank(container, judgments, keys, locale)
  const figures = summarise(all)
  if (values.json) process.stdout.write(`${JSON.stringify({ ...figures, ...(values["per-query"] ? { all } : {}) })}\n`)
  else {
    if (values["per-query"]) for (const one of all) process.stdout.write(`${line(one)}\n`)
    const show = (value: number) => value.toFixed(3)
    process.stdout.write(
      `${figures.queries} queries, ${figures.noIdeal} without an ideal\n` +
        `nDCG@10 raw ${show(figures.ndcg10Raw)}, judged only ${show(figures.ndcg10JudgedOnly)}; recall@50 ${show(figures.recall50)}; ` +
        `zero results ${figures.zeroResults}\n` +
        `p50 ${figures.p50} ms, p95 ${figures.p95} ms, p99 ${figures.p99} ms\n`,
    )
  }
  process.exit(0)
}

const line = (one: QueryFigures): string =>
  `${one.raw?.toFixed(3) ?? "  –  "} ${one.judgedOnly?.toFixed(3) ?? "  –  "} ${String(one.results).padStart(3)} ${one.query}`

/** Keys of the source by product id. */
async function sourceKeys(container: MedusaContainer, source: string): Promise<Map<string, string>> {
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: { product_id: string; source_key: string }[] }>(
    `select product_id, source_key from marketplace_product_sheet where source = ? and source_key is not null`,
    [source],
  )
  return new Map(rows.map((row) => [row.product_id, row.source_key]))
}

async function buildIndexIfEmpty(container: MedusaContainer): Promise<void> {
  const module = container.resolve<ISearchModuleService>(Modules.SEARCH)
  const found = await module.search({ entity: "catalog", fields: [], pagination: { take: 0 } }).catch(() => null)
  if (!found?.metadata.count) await module.reindex({ index: "catalog" })
}

async function rank(
  container: MedusaContainer,
  judgments: Judgments,
  keys: ReadonlyMap<string, string>,
  locale: SearchRequest["locale"],
): Promise<QueryFigures[]> {
  const module = container.resolve<SearchandisingModuleService>(SEARCHANDISING_MODULE)
  const figures: QueryFigures[] = []
  for (const [query, judged] of judgments) {
    const answer = await search(container, module, {
      query,
      category: null,
      filters: [],
      sort: "RELEVANCE",
      page: 1,
      pageSize: 50,
      locale,
      explain: false,
      session: null,
    })
    // The best of the shop is no answer to the query.
    const hits = answer.relaxed?.kind === "POPULAR" ? [] : answer.hits
    const ids = hits.map((hit) => keys.get(hit.card.id) ?? hit.card.id)
    figures.push(figuresOf(query, ids, judged, answer.tookMs))
  }
  return figures
}
