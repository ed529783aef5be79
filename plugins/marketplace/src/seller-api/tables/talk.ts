import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const MONEY = "{ amount currency }"
const MESSAGE = "id side body masked at disputeId files { id name mime size }"
const THREAD = `sellerOrderId orderNumber traderName unread messages { ${MESSAGE} }`
const DISPUTE = `id number sellerOrderId orderNumber customerName openedBy reason state claimed ${MONEY} offered ${MONEY}
  most ${MONEY} decision refunded ${MONEY} statement openedAt dueAt endedAt overdue lineTitles moves
  evidence { ${MESSAGE} }`

export const talkOperations: readonly Operation[] = [
  graphOperation({
    id: "listThreads",
    method: "GET",
    path: "/messages",
    scope: "orders:read",
    summary: "Orders with messages, the newest message first",
    field: "Query.sellerThreads",
    select: `items { sellerOrderId orderNumber customerName state messages unread lastAt lastSide excerpt }
      total page pageSize unread`,
  }),
  graphOperation({
    id: "readThread",
    method: "GET",
    path: "/orders/:id/messages",
    params: { id: "sellerOrderId" },
    scope: "orders:read",
    summary: "The messages about an order",
    field: "Query.sellerThread",
    select: THREAD,
  }),
  graphOperation({
    id: "writeMessage",
    method: "POST",
    path: "/orders/:id/messages",
    params: { id: "sellerOrderId" },
    whole: "message",
    scope: "orders:write",
    summary: "Writes to the shopper, with at most three PDF, JPEG or PNG files",
    field: "Mutation.writeAsSeller",
    select: THREAD,
  }),
  graphOperation({
    id: "readMessages",
    method: "POST",
    path: "/orders/:id/messages/read",
    params: { id: "sellerOrderId" },
    scope: "orders:write",
    summary: "Marks the messages about an order as read",
    field: "Mutation.sellerReadThread",
    select: THREAD,
  }),
  graphOperation({
    id: "listDisputes",
    method: "GET",
    path: "/disputes",
    scope: "orders:read",
    summary: "Disputes about your orders, the newest first",
    field: "Query.sellerDisputes",
    select: `items { ${DISPUTE} } total page pageSize`,
  }),
  graphOperation({
    id: "readDispute",
    method: "GET",
    path: "/disputes/:id",
    scope: "orders:read",
    summary: "One dispute with its evidence",
    field: "Query.sellerDispute",
    select: DISPUTE,
  }),
  graphOperation({
    id: "openDispute",
    method: "POST",
    path: "/orders/:id/disputes",
    params: { id: "sellerOrderId" },
    whole: "dispute",
    scope: "orders:write",
    summary: "Opens a dispute, with evidence as files",
    field: "Mutation.openDisputeAsSeller",
    select: DISPUTE,
  }),
  graphOperation({
    id: "answerDispute",
    method: "POST",
    path: "/disputes/:id/answers",
    whole: "answer",
    scope: "orders:write",
    summary: "Answers a dispute, with an offer and evidence if wished",
    field: "Mutation.answerDisputeAsSeller",
    select: DISPUTE,
  }),
  graphOperation({
    id: "moveDispute",
    method: "POST",
    path: "/disputes/:id/moves",
    scope: "orders:write",
    summary: "ESCALATE, WITHDRAW or TAKE_OFFER, as `moves` of the dispute allows",
    field: "Mutation.moveDisputeAsSeller",
    select: DISPUTE,
  }),
]
