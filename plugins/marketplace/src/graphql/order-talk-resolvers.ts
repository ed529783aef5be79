import type { IResolvers } from "@graphql-tools/utils"
import { badInput, callerId, type GraphqlContext, notFound, pageRequest, rateLimit } from "@gondola/kit"
import { type DisputeRow, readDispute } from "../disputes/dispute"
import type { DisputeMove, DisputeState } from "../disputes/dispute-state"
import { listDisputes } from "../disputes/list-disputes"
import {
  answerDispute,
  closeDispute,
  decideDispute,
  type DisputeSpeech,
  escalateDispute,
  type Ruling,
} from "../disputes/move-dispute"
import { type DisputeDraft, openDispute } from "../disputes/open-dispute"
import { listThreads, readFile, unreadOf } from "../messages/read-messages"
import { markRead, type MessageDraft, type Side, writeMessage } from "../messages/write-message"
import type { OrderActor } from "../orders/order-events"
import type { SellerOrderHead } from "../orders/seller-order-head"
import { callerMember, callerSeller } from "./callers"
import { type OrderCaller, operatorCaller, sellerCaller, shopperCaller } from "./order-callers"
import { disputeById, disputesLoader, disputeView, threadView } from "./order-talk-views"

const talkByAddress = rateLimit("talk-address", 40, 600)
const talkByOrder = rateLimit("talk-order", 30, 3600)

interface Page {
  page: number
  pageSize: number
  search?: string | null
}

type Threads = Page & { unread?: boolean | null }
type Disputes = Page & { state?: DisputeState | null; open?: boolean | null }

interface Part {
  readonly sellerOrderId: string
}

interface ShopperPart extends Part {
  readonly accessToken: string
}

interface Answer extends DisputeSpeech {
  readonly offered?: number | null
}

async function write(context: GraphqlContext, { head, by }: OrderCaller, side: Side, draft: MessageDraft) {
  await talkByOrder.take(`${head.id}:${side}`)
  await writeMessage(context.scope, head, { ...by, role: side }, draft)
  return threadView(context, head.id, side)
}

async function read(context: GraphqlContext, head: SellerOrderHead, side: Side) {
  await markRead(context.scope, head.id, side)
  return threadView(context, head.id, side)
}

/** The mover of a dispute it opened. @throws BAD_INPUT for a move that is not theirs */
function moveOf(context: GraphqlContext, row: DisputeRow, by: OrderActor, move: DisputeMove): Promise<DisputeRow> {
  if (move === "ESCALATE") return escalateDispute(context.scope, row, by)
  if (move === "WITHDRAW" || move === "TAKE_OFFER") return closeDispute(context.scope, row, by, move)
  throw badInput("Choose ESCALATE, WITHDRAW or TAKE_OFFER")
}

/** A seller's member about a dispute of its own seller. @throws NOT_FOUND | NOT_ALLOWED */
async function ownDispute(context: GraphqlContext, id: string, duty?: "orders") {
  const { seller, member } = await callerMember(context, duty)
  const row = await readDispute(context.scope, id)
  if (row.seller_id !== seller.id) throw notFound("This dispute")
  return { row, by: { role: "SELLER" as const, id: member.id } }
}

const disputesOf =
  (side: "SHOPPER" | "SELLER" | "OPERATOR") => async (part: { id: string }, _args: unknown, context: GraphqlContext) =>
    (await disputesLoader(context).load(part.id)).map((row) => disputeView(row, side, context))

/** Messages and disputes, for each of the three sides. */
export const orderTalkResolvers: IResolvers<unknown, GraphqlContext> = {
  SellerOrder: {
    unread: (order: { id: string }, _args: unknown, { scope }: GraphqlContext) => unreadOf(scope, order.id, "SELLER"),
    disputes: disputesOf("SELLER"),
  },
  ShopperOrderGroup: {
    unread: (group: { id: string }, _args: unknown, { scope }: GraphqlContext) => unreadOf(scope, group.id, "SHOPPER"),
    disputes: disputesOf("SHOPPER"),
  },
  OperatorOrderPart: { disputes: disputesOf("OPERATOR") },
  Query: {
    sellerThreads: async (_source, args: Threads, context) => {
      const page = pageRequest(args)
      const { id } = await callerSeller(context)
      return { ...page, ...(await listThreads(context.scope, { ...args, sellerId: id, side: "SELLER", page })) }
    },
    sellerThread: async (_source, args: Part, context) =>
      threadView(context, (await sellerCaller(context, args.sellerOrderId)).head.id, "SELLER"),
    sellerMessageFile: async (_source, args: Part & { fileId: string }, context) =>
      readFile(context.scope, (await sellerCaller(context, args.sellerOrderId)).head.id, args.fileId),
    sellerDisputes: async (_source, args: Disputes, context) => {
      const page = pageRequest(args)
      const { id } = await callerSeller(context)
      const { items, total } = await listDisputes(context.scope, { ...args, sellerId: id, page })
      return { ...page, total, items: items.map((row) => disputeView(row, "SELLER", context)) }
    },
    sellerDispute: async (_source, args: { id: string }, context) => {
      const { id } = await callerSeller(context)
      const { items } = await listDisputes(context.scope, { id: args.id, sellerId: id })
      return items[0] ? disputeView(items[0], "SELLER", context) : null
    },
    shopperThread: async (_source, args: ShopperPart, context) =>
      threadView(context, (await shopperCaller(context, args)).head.id, "SHOPPER"),
    shopperMessageFile: async (_source, args: ShopperPart & { fileId: string }, context) =>
      readFile(context.scope, (await shopperCaller(context, args)).head.id, args.fileId),
    operatorThreads: async (_source, args: Threads, context) => {
      const page = pageRequest(args)
      return { ...page, ...(await listThreads(context.scope, { ...args, side: "OPERATOR", page })) }
    },
    operatorThread: async (_source, args: Part, context) =>
      threadView(context, (await operatorCaller(context, args.sellerOrderId)).head.id, "OPERATOR"),
    operatorMessageFile: async (_source, args: Part & { fileId: string }, context) =>
      readFile(context.scope, (await operatorCaller(context, args.sellerOrderId)).head.id, args.fileId),
    operatorDisputes: async (_source, args: Disputes, context) => {
      const page = pageRequest(args)
      const { items, total } = await listDisputes(context.scope, { ...args, page })
      return { ...page, total, items: items.map((row) => disputeView(row, "OPERATOR", context)) }
    },
    operatorDispute: (_source, args: { id: string }, context) => disputeById(context, args.id, "OPERATOR"),
  },
  Mutation: {
    writeAsSeller: async (_source, args: Part & { message: MessageDraft }, context) =>
      write(context, await sellerCaller(context, args.sellerOrderId, "orders"), "SELLER", args.message),
    sellerReadThread: async (_source, args: Part, context) =>
      read(context, (await sellerCaller(context, args.sellerOrderId, "orders")).head, "SELLER"),
    openDisputeAsSeller: async (_source, args: Part & { dispute: DisputeDraft }, context) => {
      const { head, by } = await sellerCaller(context, args.sellerOrderId, "orders")
      const row = await openDispute(context.scope, head, { role: "SELLER", id: by.id }, args.dispute)
      return disputeById(context, row.id, "SELLER")
    },
    answerDisputeAsSeller: async (_source, args: { id: string; answer: Answer }, context) => {
      const { row, by } = await ownDispute(context, args.id, "orders")
      await answerDispute(context.scope, row, by, { ...args.answer, offered: args.answer.offered ?? null })
      return disputeById(context, row.id, "SELLER")
    },
    moveDisputeAsSeller: async (_source, args: { id: string; move: DisputeMove }, context) => {
      const { row, by } = await ownDispute(context, args.id, "orders")
      await moveOf(context, row, by, args.move)
      return disputeById(context, row.id, "SELLER")
    },
    writeAsShopper: async (_source, args: ShopperPart & { message: MessageDraft }, context) => {
      await talkByAddress.take(context.address)
      return write(context, await shopperCaller(context, args), "SHOPPER", args.message)
    },
    shopperReadThread: async (_source, args: ShopperPart, context) =>
      read(context, (await shopperCaller(context, args)).head, "SHOPPER"),
    openDisputeAsShopper: async (_source, args: ShopperPart & { dispute: DisputeDraft }, context) => {
      await talkByAddress.take(context.address)
      const { head, by } = await shopperCaller(context, args)
      const row = await openDispute(context.scope, head, { role: "SHOPPER", id: by.id }, args.dispute)
      return disputeById(context, row.id, "SHOPPER")
    },
    answerDisputeAsShopper: async (_source, args: ShopperPart & { id: string; answer: Answer }, context) => {
      const { head, by } = await shopperCaller(context, args)
      const row = await readDispute(context.scope, args.id, head.id)
      const answer = { ...args.answer, offered: null }
      await answerDispute(context.scope, row, { role: "SHOPPER", id: by.id }, answer)
      return disputeById(context, row.id, "SHOPPER")
    },
    moveDisputeAsShopper: async (_source, args: ShopperPart & { id: string; move: DisputeMove }, context) => {
      const { head, by } = await shopperCaller(context, args)
      const row = await readDispute(context.scope, args.id, head.id)
      await moveOf(context, row, by, args.move)
      return disputeById(context, row.id, "SHOPPER")
    },
    writeAsOperator: async (_source, args: Part & { message: MessageDraft }, context) =>
      write(context, await operatorCaller(context, args.sellerOrderId), "OPERATOR", args.message),
    operatorReadThread: async (_source, args: Part, context) =>
      read(context, (await operatorCaller(context, args.sellerOrderId)).head, "OPERATOR"),
    answerDisputeAsOperator: async (_source, args: { id: string; answer: Answer }, context) => {
      const row = await readDispute(context.scope, args.id)
      if (row.seller_id !== null) throw notFound("This dispute of the retailer's own part")
      const by = { role: "OPERATOR" as const, id: callerId(context) }
      await answerDispute(context.scope, row, by, { ...args.answer, offered: args.answer.offered ?? null })
      return disputeById(context, row.id, "OPERATOR")
    },
    decideDispute: async (_source, args: { id: string } & Ruling, context) => {
      const row = await readDispute(context.scope, args.id)
      const by = { role: "OPERATOR" as const, id: callerId(context) }
      await decideDispute(context.scope, row, by, { ...args, amount: args.amount ?? null })
      return disputeById(context, row.id, "OPERATOR")
    },
  },
}
