import { documentDownload } from "../files"
import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const MONEY = "{ amount currency }"
const DOCUMENT = `id number kind issueDay periodFrom periodTo net ${MONEY} vat ${MONEY} gross ${MONEY}
  corrects { id number } reason entryCount hash`
const PAYOUT = `id state amount ${MONEY} reserveMoved ${MONEY} entryCount last4 reference bankReference problem createdAt
  transferredAt paidAt`

export const moneyOperations: readonly Operation[] = [
  graphOperation({
    id: "readStatement",
    method: "GET",
    path: "/statement",
    scope: "finance:read",
    summary: "Statement of a month (YYYY-MM; the present one when absent), equal to the ledger",
    field: "Query.sellerStatement",
    select: `month opening ${MONEY} closing ${MONEY} totals { kind amount ${MONEY} }
      entries { id at kind orderNumber description amount ${MONEY} } entryTotal page pageSize`,
  }),
  graphOperation({
    id: "listDocuments",
    method: "GET",
    path: "/documents",
    whole: "filter",
    scope: "finance:read",
    summary: "Invoices, credit notes and statements, the newest first",
    field: "Query.sellerDocuments",
    select: `items { ${DOCUMENT} } total page pageSize`,
  }),
  graphOperation({
    id: "readDocument",
    method: "GET",
    path: "/documents/:id",
    scope: "finance:read",
    summary: "One document with its lines",
    field: "Query.sellerDocument",
    select: `${DOCUMENT} lines { label count net ${MONEY} category rateBps }
      vatBreakdown { category rateBps base ${MONEY} vat ${MONEY} } opening ${MONEY}
      movements { kind count amount ${MONEY} } creditNotes { id number gross ${MONEY} }`,
  }),
  documentDownload,
  graphOperation({
    id: "readBalance",
    method: "GET",
    path: "/balance",
    scope: "finance:read",
    summary: "What is owed to you, what is held, and when it is paid",
    field: "Query.sellerPayoutOverview",
    select: `balances { currency balance ${MONEY} available ${MONEY} onHold ${MONEY} claimed ${MONEY} inTransit ${MONEY}
      reserve ${MONEY} } nextPayday blocks pausedReason account { state last4 country }`,
  }),
  graphOperation({
    id: "listHolds",
    method: "GET",
    path: "/balance/holds",
    scope: "finance:read",
    summary: "Orders whose amounts wait, and until when",
    field: "Query.sellerPayoutHolds",
    select: `items { orderNumber sellerOrderId amount ${MONEY} reason until } total page pageSize`,
  }),
  graphOperation({
    id: "listPayouts",
    method: "GET",
    path: "/payouts",
    scope: "finance:read",
    summary: "Your payouts, the newest first",
    field: "Query.sellerPayouts",
    select: `items { ${PAYOUT} } total page pageSize`,
  }),
  graphOperation({
    id: "readPayout",
    method: "GET",
    path: "/payouts/:id",
    scope: "finance:read",
    summary: "One payout",
    field: "Query.sellerPayout",
    select: PAYOUT,
  }),
  graphOperation({
    id: "listPayoutEntries",
    method: "GET",
    path: "/payouts/:id/entries",
    params: { id: "payoutId" },
    scope: "finance:read",
    summary: "The entries that a payout settles: their sum is its amount",
    field: "Query.sellerPayoutEntries",
    select: `items { id at kind orderNumber description amount ${MONEY} } total page pageSize`,
  }),
  graphOperation({
    id: "listFees",
    method: "GET",
    path: "/fees",
    scope: "finance:read",
    summary: "Subscriptions, penalties and other fees, the newest first",
    field: "Query.sellerFees",
    select: `items { id kind net ${MONEY} vat ${MONEY} vatRateBps description reason orderId reverses undoneBy at }
      total page pageSize`,
  }),
]
