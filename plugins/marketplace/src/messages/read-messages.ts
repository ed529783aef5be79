import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound, type PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Side } from "./write-message"

export interface MessageRecord {
  readonly id: string
  readonly side: Side
  readonly body: string
  readonly masked: boolean
  readonly at: Date
  readonly disputeId: string | null
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly mime: string
    readonly size: number
  }[]
}

/** The latest 200 of a thread, the oldest first. */
export async function readMessages(container: MedusaContainer, sellerOrderId: string): Promise<MessageRecord[]> {
  const { rows } = (await knexOf(container).raw(
    `select m.id, m.side, m.body, m.masked, m.at, m.dispute_id as "disputeId",
       coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) order by f.id)
         from marketplace_message_file f where f.message_id = m.id), '[]') as files
     from marketplace_message m where m.seller_order_id = ? order by m.at desc, m.id desc limit 200`,
    [sellerOrderId],
  )) as { rows: MessageRecord[] }
  return rows.reverse()
}

export async function unreadOf(container: MedusaContainer, sellerOrderId: string, side: Side): Promise<number> {
  const row = (await knexOf(container)("marketplace_thread")
    .where("seller_order_id", sellerOrderId)
    .first(`unread_${side.toLowerCase()} as n`)) as { n: number } | undefined
  return row?.n ?? 0
}

/** Its bytes, for whoever may see the thread. @throws NOT_FOUND for a file of another thread */
export async function readFile(
  container: MedusaContainer,
  sellerOrderId: string,
  fileId: string,
): Promise<{ name: string; mime: string; data: string }> {
  const row = (await knexOf(container)("marketplace_message_file")
    .where({ id: fileId, seller_order_id: sellerOrderId })
    .first("name", "mime", "bytes")) as { name: string; mime: string; bytes: Buffer } | undefined
  if (!row) throw notFound("This file")
  return { name: row.name, mime: row.mime, data: row.bytes.toString("base64") }
}

export interface ThreadRecord {
  readonly sellerOrderId: string
  readonly orderId: string
  readonly orderNumber: number
  readonly customerName: string
  readonly traderName: string
  readonly state: string
  readonly messages: number
  readonly unread: number
  readonly lastAt: Date
  readonly lastSide: Side
  readonly excerpt: string
}

export interface ThreadsAsked {
  /** Absent: all of them, for the operator. */
  readonly sellerId?: string
  readonly side: Side
  readonly unread?: boolean | null
  readonly search?: string | null
  readonly page: PageRequest & { skip: number; take: number }
}

/** The latest first. */
export async function listThreads(
  container: MedusaContainer,
  asked: ThreadsAsked,
): Promise<{ items: ThreadRecord[]; total: number; unread: number }> {
  const counter = `t.unread_${asked.side.toLowerCase()}`
  const all = knexOf(container)("marketplace_thread as t")
    .join("marketplace_placed_order as o", "o.order_id", "t.order_id")
    .join("marketplace_seller_order as s", "s.id", "t.seller_order_id")
  if (asked.sellerId !== undefined) void all.where("t.seller_id", asked.sellerId)
  const [waiting] = (await all.clone().where(counter, ">", 0).count("* as n")) as { n: string }[]
  if (asked.unread) void all.where(counter, ">", 0)
  const search = asked.search?.trim()
  if (search) {
    const digits = /^#?(\d{1,9})$/.exec(search)
    if (digits) void all.where("o.number", Number(digits[1]))
    else void all.whereILike("o.customer_name", `%${search.replace(/[\\%_]/g, "\\$&")}%`)
  }
  const [count] = (await all.clone().count("* as n")) as { n: string }[]
  const items = (await all
    .leftJoin("marketplace_seller as seller", "seller.id", "t.seller_id")
    .leftJoin("marketplace_retailer as retailer", (on) => on.onNull("t.seller_id"))
    .orderBy([{ column: "t.last_at", order: "desc" }, { column: "t.seller_order_id" }])
    .offset(asked.page.skip)
    .limit(asked.page.take)
    .select(
      "t.seller_order_id as sellerOrderId",
      "t.order_id as orderId",
      "o.number as orderNumber",
      "o.customer_name as customerName",
      knexOf(container).raw(`coalesce(seller.name, retailer.name, '') as "traderName"`),
      "s.state",
      "t.messages",
      `${counter} as unread`,
      "t.last_at as lastAt",
      "t.last_side as lastSide",
      "t.last_excerpt as excerpt",
    )) as ThreadRecord[]
  return { items, total: Number(count?.n ?? 0), unread: Number(waiting?.n ?? 0) }
}
