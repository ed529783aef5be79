import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { OrderActor } from "../orders/order-events"
import type { SellerOrderHead } from "../orders/seller-order-head"
import { type CheckedFile, checkedFiles, type MessageFileDraft } from "./files"
import { maskContacts } from "./mask-contacts"
import { tellMessage } from "./tell-message"
import { emitSellerEvent } from "../webhooks/emit"

/** Who talks about a part of an order; the operator reads along and may write. */
export const SIDES = ["SHOPPER", "SELLER", "OPERATOR"] as const
export type Side = (typeof SIDES)[number]

export interface MessageDraft {
  /** The same key is sent once. */
  readonly key: string
  readonly body: string
  readonly files?: readonly MessageFileDraft[]
}

export interface MessageAuthor extends OrderActor {
  readonly role: Side
}

const LONGEST = 4000

/**
 * Adds a message to the thread of one trader's part, counts it as unread for the others and tells them by letter.
 * @throws BAD_INPUT | BAD_FILE | FILE_TOO_LARGE
 */
export async function writeMessage(
  container: MedusaContainer,
  head: Pick<SellerOrderHead, "id" | "orderId" | "sellerId">,
  author: MessageAuthor,
  draft: MessageDraft,
): Promise<string> {
  const files = await checkedFiles(draft.files ?? [])
  return knexOf(container).transaction((trx) => addMessage(container, trx, { head, author, draft, files }))
}

export interface NewMessage {
  readonly head: Pick<SellerOrderHead, "id" | "orderId" | "sellerId">
  readonly author: MessageAuthor
  readonly draft: MessageDraft
  readonly files: readonly CheckedFile[]
  readonly disputeId?: string
  /** A dispute writes its own letters. */
  readonly silent?: boolean
}

/** In a transaction of the caller's; files were checked before it began. */
export async function addMessage(
  container: MedusaContainer,
  trx: Knex.Transaction,
  message: NewMessage,
): Promise<string> {
  const { head, author, draft, files } = message
  const written = draft.body.trim()
  if (written === "" && files.length === 0) throw badInput("Write something, or add a file", { field: "body" })
  if (written.length > LONGEST) throw badInput(`A message has at most ${LONGEST} characters`, { field: "body" })
  if (!/^[\w:.-]{8,100}$/.test(draft.key)) throw badInput("key: 8 to 100 letters, digits, «_», «-», «:» or «.»")
  const { text, masked } = maskContacts(written)
  const now = clockOf(container).now()
  const id = generateEntityId(undefined, "msg")
  const key = `${head.id}:${author.role}:${draft.key}`
  const inserted = (await trx("marketplace_message")
    .insert({
      id,
      key,
      seller_order_id: head.id,
      order_id: head.orderId,
      dispute_id: message.disputeId ?? null,
      side: author.role,
      author_id: author.id,
      body: text,
      masked,
      at: now,
    })
    .onConflict("key")
    .ignore()
    .returning("id")) as { id: string }[]
  if (inserted.length === 0)
    return ((await trx("marketplace_message").where("key", key).first("id")) as { id: string }).id
  if (files.length > 0)
    await trx("marketplace_message_file").insert(
      files.map((file) => ({
        id: generateEntityId(undefined, "msgfile"),
        message_id: id,
        seller_order_id: head.id,
        name: file.name,
        mime: file.mime,
        size: file.bytes.length,
        bytes: file.bytes,
      })),
    )
  await countInThread(trx, message, { text: text || (files[0]?.name ?? ""), at: now })
  if (!message.silent) await tellMessage(container, { id, head, author }, trx)
  // What is said in a dispute is told as a move of it.
  if (!message.silent && head.sellerId && author.role !== "SELLER")
    await emitSellerEvent(trx, {
      key: `message:${id}`,
      sellerId: head.sellerId,
      type: "message.received",
      data: { orderId: head.id, messageId: id, from: author.role, files: files.length },
      at: now,
    })
  return id
}

const EXCERPT = 140

async function countInThread(
  trx: Knex.Transaction,
  { head, author }: NewMessage,
  said: { readonly text: string; readonly at: Date },
): Promise<void> {
  const unread = (side: Side): number => (side === author.role ? 0 : 1)
  const row = {
    last_at: said.at,
    last_side: author.role,
    last_excerpt: said.text.replace(/\s+/g, " ").slice(0, EXCERPT),
  }
  // Whoever writes has read what was there.
  const counter = (side: Side) =>
    side === author.role ? 0 : trx.raw(`marketplace_thread.unread_${side.toLowerCase()} + 1`)
  await trx("marketplace_thread")
    .insert({
      seller_order_id: head.id,
      order_id: head.orderId,
      seller_id: head.sellerId,
      messages: 1,
      ...row,
      unread_shopper: unread("SHOPPER"),
      unread_seller: unread("SELLER"),
      unread_operator: unread("OPERATOR"),
    })
    .onConflict("seller_order_id")
    .merge({
      ...row,
      messages: trx.raw("marketplace_thread.messages + 1"),
      unread_shopper: counter("SHOPPER"),
      unread_seller: counter("SELLER"),
      unread_operator: counter("OPERATOR"),
    })
}

/** This side has seen everything that is there now. */
export async function markRead(container: MedusaContainer, sellerOrderId: string, side: Side): Promise<void> {
  await knexOf(container)("marketplace_thread")
    .where("seller_order_id", sellerOrderId)
    .update({ [`unread_${side.toLowerCase()}`]: 0 })
}
