import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const LEVELS = "figures { level value count of warn suspend standing }"

export const figureOperations: readonly Operation[] = [
  graphOperation({
    id: "readPerformance",
    method: "GET",
    path: "/performance",
    scope: "orders:read",
    summary: "Your service levels against the marketplace's limits, worked out now",
    field: "Query.sellerServiceLevels",
    select: `from until orders standing ${LEVELS}`,
  }),
  graphOperation({
    id: "readPerformanceHistory",
    method: "GET",
    path: "/performance/history",
    scope: "orders:read",
    summary: "The measures of the last days, the oldest first",
    field: "Query.sellerServiceLevelHistory",
    select: `day standing orders ${LEVELS}`,
  }),
  graphOperation({
    id: "readFigures",
    method: "GET",
    path: "/figures",
    scope: "finance:read",
    summary: "Sales, conversion and the rest of your board over 7, 30 or 90 days",
    field: "Query.sellerBoard",
    select: "days from to figures { code unit currency value previous better days { day value } }",
  }),
]
