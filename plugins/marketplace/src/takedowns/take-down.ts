import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { recordCatalogueEvent } from "../catalogue/catalogue-events"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import type { SellerRow } from "../sellers/seller-row"
import { insertStatement } from "../sellers/standing/statement"
import { tellSeller } from "../sellers/tell"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { sellerLetter, takedownLiftedLetter } from "./letters"
import { readTakedown, type TakedownKind, type TakedownRow } from "./takedown"
import { tellBuyers } from "./tell-buyers"

export interface TakedownDraft {
  /** Business key: one finding, one takedown. */
  readonly key: string
  readonly kind: TakedownKind
  readonly productId: string
  /** null: whoever sells it, the retailer too. */
  readonly sellerId: string | null
  /** What is wrong with it; sellers and buyers read it. */
  readonly reason: string
  /** What buyers can do: return, refund, how to get rid of it. */
  readonly redress: string
  readonly noticeId?: string | null
  readonly actor: Act["actor"]
}

/**
 * Takes unlawful or recalled goods off the shelf, for one seller or for all, and tells whoever bought them. The books
 * come first: a process that dies after them is caught up with by `tellWhoBought`.
 * @throws BAD_INPUT | NOT_FOUND | CONFLICT when it is taken down already
 */
export async function takeDown(container: MedusaContainer, given: TakedownDraft): Promise<TakedownRow> {
  const draft = { ...given, reason: given.reason.trim(), redress: given.redress.trim() }
  if (draft.reason.length < 10) throw badInput("Say what is wrong, in a sentence at least", { field: "reason" })
  if (draft.redress.length < 10) throw badInput("Say what buyers can do, in a sentence at least", { field: "redress" })
  const id = generateEntityId(undefined, "takedown")
  const known = await knexOf(container).transaction((trx) => write(container, trx, { ...draft, id }))
  await carryOut(container, known)
  return readTakedown(container, known)
}

/** @returns the id of the takedown: the known one where this key was used before */
async function write(
  container: MedusaContainer,
  trx: Knex.Transaction,
  draft: TakedownDraft & { readonly id: string },
): Promise<string> {
  const known = (await trx("marketplace_takedown").where({ key: draft.key }).first("id")) as { id: string } | undefined
  if (known) return known.id
  const { id, kind, productId, sellerId, reason, actor } = draft
  const product = (await trx("product as p")
    .join("marketplace_product_sheet as s", "s.product_id", "p.id")
    .where("p.id", productId)
    .whereNull("s.owner_seller_id")
    .first("p.title")) as { title: string } | undefined
  if (!product) throw notFound("This catalogue product")
  const at = clockOf(container).now()
  const [made] = (await trx("marketplace_takedown")
    .insert({
      id,
      key: draft.key,
      kind,
      product_id: productId,
      seller_id: sellerId,
      reason,
      redress: draft.redress,
      notice_id: draft.noticeId ?? null,
      actor: actor.id,
      at,
    })
    .onConflict()
    .ignore()
    .returning("id")) as { id: string }[]
  if (!made) throw conflict("This product is taken down already")
  for (const seller of await sellersOf(trx, draft)) {
    const key = `takedown:${id}`
    await insertStatement(trx, {
      key: `${key}:${seller.id}`,
      sellerId: seller.id,
      subject: { type: "offer", id: seller.offer_id, label: product.title },
      decision: "offer_removed",
      reason,
      ground: "law",
      noticeId: draft.noticeId ?? null,
      actor: actor.id,
      at,
      effectiveAt: at,
    })
    const letter = sellerLetter({ kind, title: product.title, reason })
    await tellSeller(container, seller, { key, kind: "offer.removed", letter }, trx)
  }
  await recordCatalogueEvent(container, { kind: "taken_down", productId, actor: actor.id, reason }, trx)
  await recordAct(
    container,
    {
      actor,
      action: "takedown.make",
      subject: { type: "takedown", id },
      sellerId,
      details: { kind, productId, reason },
    },
    trx,
  )
  return id
}

type Affected = SellerRow & { readonly offer_id: string }

/** Each seller with an offer that goes. */
async function sellersOf(trx: Knex.Transaction, draft: Pick<TakedownDraft, "productId" | "sellerId">) {
  const query = trx("marketplace_offer as o")
    .join("marketplace_seller as s", "s.id", "o.seller_id")
    .where("o.catalogue_product_id", draft.productId)
    .whereNull("o.deleted_at")
    .whereNot("o.state", "closed")
    .orderBy(["s.id", "o.id"])
    .distinctOn("s.id")
    .select("s.*", "o.id as offer_id")
  return (await (draft.sellerId ? query.where("s.id", draft.sellerId) : query)) as Affected[]
}

/** Off the shelf, then the letters. Twice is once. */
async function carryOut(container: MedusaContainer, id: string): Promise<void> {
  const row = await readTakedown(container, id)
  await refreshGates(container, [row.product_id])
  await tellBuyers(container, row)
}

const LATE_ORDERS_MS = 86_400_000

/** Finishes what a dead process left, and for a day finds orders that were being paid while the goods went. */
export async function tellWhoBought(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  const due = (await knexOf(container)("marketplace_takedown")
    .whereNull("lifted_at")
    .where((open) => open.whereNull("told_at").orWhere("at", ">", new Date(now.getTime() - LATE_ORDERS_MS)))
    .orderBy("at")
    .pluck("id")) as string[]
  for (const id of due) await carryOut(container, id)
  return due.length
}

/** The finding was wrong, or the goods are lawful again. @throws NOT_FOUND | CONFLICT | BAD_INPUT */
export async function liftTakedown(
  container: MedusaContainer,
  given: { readonly id: string; readonly reason: string; readonly actor: Act["actor"] },
): Promise<TakedownRow> {
  const reason = given.reason.trim()
  if (!reason) throw badInput("Say why it may be sold again", { field: "reason" })
  const row = await readTakedown(container, given.id)
  await knexOf(container).transaction(async (trx) => {
    const at = clockOf(container).now()
    const changed = await trx("marketplace_takedown")
      .where({ id: row.id })
      .whereNull("lifted_at")
      .update({ lifted_at: at, lifted_by: given.actor.id, lifted_reason: reason })
    if (changed === 0) throw conflict("This takedown was lifted already")
    await trx("marketplace_statement_of_reasons")
      .whereLike("key", `takedown:${row.id}:%`)
      .whereNull("lifted_at")
      .update({ lifted_at: at })
    const product = (await trx("product").where({ id: row.product_id }).first("title")) as { title: string }
    const telling = { key: `takedown.lifted:${row.id}`, kind: "offer.returned" }
    for (const seller of await sellersOf(trx, { productId: row.product_id, sellerId: row.seller_id }))
      await tellSeller(container, seller, { ...telling, letter: takedownLiftedLetter(product.title, reason) }, trx)
    await recordCatalogueEvent(
      container,
      { kind: "takedown_lifted", productId: row.product_id, actor: given.actor.id, reason },
      trx,
    )
    await recordAct(
      container,
      {
        actor: given.actor,
        action: "takedown.lift",
        subject: { type: "takedown", id: row.id },
        sellerId: row.seller_id,
        details: { reason },
      },
      trx,
    )
  })
  await refreshGates(container, [row.product_id])
  return readTakedown(container, row.id)
}
