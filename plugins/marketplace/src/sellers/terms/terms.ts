import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import type { Words } from "../checklist/requirement"
import { termsLetter } from "../letters/standing"
import { marketplaceError } from "../../errors"
import { longDay } from "../letters/words"
import type { SellerRow } from "../seller-row"
import { tellSeller } from "../tell"
import { withSellerLock } from "../with-seller-lock"
import { earliestEffect, termsInForce } from "./in-force"

export interface Terms {
  readonly version: number
  readonly body: Words
  /** What changes, in a few sentences. */
  readonly summary: Words
  readonly publishedAt: Date
  readonly effectiveAt: Date
}

export interface TermsDraft {
  readonly body: Words
  readonly summary: Words
  readonly effectiveAt: Date
}

const COLUMNS = ["version", "body", "summary", "published_at as publishedAt", "effective_at as effectiveAt"]

export const readTerms = async (container: MedusaContainer): Promise<Terms[]> =>
  (await knexOf(container)("marketplace_terms").orderBy("version", "desc").select(COLUMNS)) as Terms[]

/**
 * A new version of the terms; sellers who are bound by the present ones are told at once and have fifteen days at least.
 * @throws NOTICE_PERIOD | BAD_INPUT
 */
export async function publishTerms(
  container: MedusaContainer,
  draft: TermsDraft,
  actor: Act["actor"],
): Promise<number> {
  for (const words of [draft.body, draft.summary])
    if (!words.fr.trim() || !words.en.trim()) throw badInput("Terms and summary are needed in French and in English")
  const now = clockOf(container).now()
  return knexOf(container).transaction(async (trx) => {
    await trx.raw("lock table marketplace_terms in exclusive mode")
    const bound = (await trx("marketplace_seller")
      .whereIn("state", ["active", "suspended"])
      .whereNull("deleted_at")) as SellerRow[]
    const earliest = earliestEffect(now)
    if (bound.length > 0 && draft.effectiveAt < earliest)
      throw marketplaceError(
        "NOTICE_PERIOD",
        `Sellers must be told 15 days ahead (P2B art. 3): ${longDay(earliest, "en")} at the earliest`,
        { earliest: earliest.toISOString() },
      )
    const last = (await trx("marketplace_terms").max("version as version").first()) as { version: number | null }
    const version = (last.version ?? 0) + 1
    await trx("marketplace_terms").insert({
      version,
      body: JSON.stringify(draft.body),
      summary: JSON.stringify(draft.summary),
      published_at: now,
      published_by: actor.id,
      effective_at: draft.effectiveAt,
    })
    await recordAct(
      container,
      {
        actor,
        action: "terms.publish",
        subject: { type: "terms", id: String(version) },
        details: { effectiveAt: draft.effectiveAt },
      },
      trx,
    )
    for (const seller of bound)
      await tellSeller(
        container,
        seller,
        {
          key: `terms:${version}:${seller.id}`,
          kind: "terms.changed",
          letter: termsLetter(version, draft.summary, draft.effectiveAt),
        },
        trx,
      )
    return version
  })
}

/** Consent to the version in force; to the house's standing terms while none was published. */
export async function acceptTermsInForce(
  container: MedusaContainer,
  sellerId: string,
  actor: Act["actor"],
): Promise<void> {
  const now = clockOf(container).now()
  const inForce = termsInForce(await readTerms(container), now)
  if (inForce) return acceptTerms(container, sellerId, { version: inForce.version, actor })
  await knexOf(container)("marketplace_seller")
    .where({ id: sellerId })
    .whereNull("terms_accepted_at")
    .update({ terms_accepted_at: now })
}

/** An owner's consent, kept with its time. Twice is once. @throws NOT_FOUND */
export async function acceptTerms(
  container: MedusaContainer,
  sellerId: string,
  { version, actor }: { version: number; actor: Act["actor"] },
): Promise<void> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  await withSellerLock(container, sellerId, async () => {
    await knex.transaction(async (trx) => {
      const known = (await trx("marketplace_terms").where({ version }).first("version")) as object | undefined
      if (!known) throw notFound("This version of the terms")
      const [made] = (await trx("marketplace_terms_acceptance")
        .insert({ seller_id: sellerId, version, actor: actor.id, at: now })
        .onConflict(["seller_id", "version"])
        .ignore()
        .returning("version")) as { version: number }[]
      if (!made) return
      await trx("marketplace_seller")
        .where({ id: sellerId })
        .whereNull("terms_accepted_at")
        .update({ terms_accepted_at: now })
      await recordAct(
        container,
        { actor, action: "terms.accept", subject: { type: "terms", id: String(version) }, sellerId },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
}
