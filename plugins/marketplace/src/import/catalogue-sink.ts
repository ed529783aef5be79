import type { MedusaContainer } from "@medusajs/framework/types"
import { createCatalogueProducts } from "../catalogue/create-catalogue-products"
import type { CatalogueDraft } from "../catalogue/draft"
import { type KnownSheet, updateCatalogueProduct } from "../catalogue/update-catalogue-product"
import { knexOf } from "../modules/marketplace/resolve"
import { contentHash } from "./content-hash"
import { dropTakenGtins } from "./drop-taken-gtins"
import { error } from "./mapping"
import { type Checkpoint, type Entry, NOTHING, type Outcome, plus, type Problem, type Sink } from "./sink"

type Article = Entry<CatalogueDraft>

interface Plan {
  readonly fresh: readonly Article[]
  readonly changed: readonly (Article & { readonly known: KnownSheet })[]
  readonly unchanged: number
  readonly problems: readonly Problem[]
}

/** The retailer's catalogue, found again by source and key; a sheet whose content hash is the same is left alone. */
export function catalogueSink(container: MedusaContainer, source: string): Sink<CatalogueDraft> {
  return {
    async preview(entries) {
      const plan = await planOf(container, source, entries)
      return outcomeOf(plan, weightOf(plan.fresh), weightOf(plan.changed), [])
    },

    async write(entries, checkpoint) {
      const plan = await planOf(container, source, entries)
      const failures: Failure[] = []
      let updated = 0
      for (const article of plan.changed) {
        const failure = await attempt(article, () => updateCatalogueProduct(container, article.known, article.draft))
        if (failure) failures.push(failure)
        else updated += article.weight
      }
      await createAll(container, plan, { updated, failures, checkpoint })
    },
  }
}

async function createAll(
  container: MedusaContainer,
  plan: Plan,
  so: { updated: number; failures: Failure[]; checkpoint: Checkpoint },
): Promise<void> {
  const finish = (created: number, failures: readonly Failure[]): Outcome =>
    outcomeOf(plan, created, so.updated, failures)
  const drafts = plan.fresh.map((article) => article.draft)
  if (drafts.length > 0) {
    const all = finish(weightOf(plan.fresh), so.failures)
    const failure = await attempt(plan.fresh[0]!, () =>
      createCatalogueProducts(container, drafts, (trx) => so.checkpoint(trx, all)),
    )
    if (!failure) return
  }
  // The chunk as a whole did not go through: one by one, so that only the culprits stay out.
  const failures = [...so.failures]
  let created = 0
  for (const article of plan.fresh) {
    const failure = await attempt(article, () => createCatalogueProducts(container, [article.draft]))
    if (failure) failures.push(failure)
    else created += article.weight
  }
  await knexOf(container).transaction((trx) => so.checkpoint(trx, finish(created, failures)))
}

async function attempt(article: Article, work: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    return { ...error("NOT_WRITTEN", message), line: article.line, key: article.key, weight: article.weight }
  }
}

/** Weighs as many records of the file as stay out with it. */
type Failure = Problem & { readonly weight: number }

const outcomeOf = (plan: Plan, created: number, updated: number, failures: readonly Failure[]): Outcome =>
  plus(
    { ...NOTHING, created, updated, unchanged: plan.unchanged, problems: plan.problems },
    { ...NOTHING, failed: weightOf(failures), problems: failures },
  )

const weightOf = (entries: readonly { readonly weight: number }[]): number =>
  entries.reduce((sum, { weight }) => sum + weight, 0)

async function planOf(container: MedusaContainer, source: string, entries: readonly Article[]): Promise<Plan> {
  const knex = knexOf(container)
  const known = (await knex("marketplace_product_sheet")
    .where({ source })
    .whereIn(
      "source_key",
      entries.map((entry) => entry.key),
    )
    .select("product_id as productId", "source_key as key", "content_hash as hash")) as KnownSheet[]
  const byKey = new Map(known.map((sheet) => [sheet.key, sheet]))
  const hashed = entries.map((entry) => ({
    ...entry,
    draft: { ...entry.draft, source, sourceKey: entry.key, contentHash: contentHash(entry.draft) },
  }))
  const touched = hashed.filter((entry) => byKey.get(entry.key)?.hash !== entry.draft.contentHash)
  const { kept, problems } = await dropTakenGtins(knex, touched, byKey)
  return {
    fresh: kept.filter((entry) => !byKey.has(entry.key)),
    changed: kept.flatMap((entry) => {
      const sheet = byKey.get(entry.key)
      return sheet ? [{ ...entry, known: sheet }] : []
    }),
    unchanged: weightOf(entries) - weightOf(touched),
    problems,
  }
}
