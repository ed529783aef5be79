import { addSellerOperation, graphOperation } from "@gondola/marketplace"

const MONEY = "{ amount currency }"

addSellerOperation(
  graphOperation({
    id: "listReturns",
    method: "GET",
    path: "/returns",
    scope: "orders:read",
    summary: "Your goods that were brought back to the shops, the newest first",
    field: "Query.sellerReturns",
    select: `items { returnNumber orderNumber at shopName title quantity grade refund ${MONEY} commissionBack ${MONEY}
      debit ${MONEY} place } total page pageSize`,
  }),
)
