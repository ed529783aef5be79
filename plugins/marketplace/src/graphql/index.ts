import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext, GraphqlPart } from "@gondola/kit"
import { apiKeyResolvers } from "./api-key-resolvers"
import { bookResolvers } from "./book-resolvers"
import { catalogueCareResolvers } from "./catalogue-care-resolvers"
import { catalogueResolvers } from "./catalogue-resolvers"
import { commissionResolvers } from "./commission-resolvers"
import { dac7Resolvers } from "./dac7-resolvers"
import { documentResolvers } from "./document-resolvers"
import { feeResolvers } from "./fee-resolvers"
import { notificationResolvers } from "./notification-resolvers"
import { noticeResolvers } from "./notice-resolvers"
import { orderCareResolvers } from "./order-care-resolvers"
import { importResolvers } from "./import-resolvers"
import { orderResolvers } from "./order-resolvers"
import { payoutResolvers } from "./payout-resolvers"
import { orderTalkResolvers } from "./order-talk-resolvers"
import { saleDocumentResolvers } from "./sale-document-resolvers"
import { sellerFileResolvers } from "./seller-file-resolvers"
import { privacyResolvers } from "./privacy-resolvers"
import { savedViewResolvers } from "./saved-view-resolvers"
import { proposalResolvers } from "./proposal-resolvers"
import { refundClockResolvers } from "./refund-clock-resolvers"
import { sellerOrderResolvers } from "./seller-order-resolvers"
import { sellerPayoutResolvers } from "./seller-payout-resolvers"
import { serviceLevelResolvers } from "./service-level-resolvers"
import { sellerResolvers } from "./seller-resolvers"
import { sellerReviewResolvers } from "./seller-review-resolvers"
import { sellerSettingsResolvers } from "./seller-settings-resolvers"
import { shopPageResolvers } from "./shop-page-resolvers"
import { simulationResolvers } from "./simulation-resolvers"
import { takedownResolvers } from "./takedown-resolvers"
import { trailResolvers } from "./trail-resolvers"
import { webhookResolvers } from "./webhook-resolvers"

/** A file an area. */
const SDL = [
  "schema.graphql",
  "sellers.graphql",
  "seller-review.graphql",
  "notices.graphql",
  "takedowns.graphql",
  "commission.graphql",
  "fees.graphql",
  "documents.graphql",
  "sale-documents.graphql",
  "dac7.graphql",
  "book.graphql",
  "order-care.graphql",
  "service-levels.graphql",
  "order-talk.graphql",
  "notifications.graphql",
  "api-keys.graphql",
  "webhooks.graphql",
  "privacy.graphql",
  "saved-views.graphql",
  "trail.graphql",
  "payouts.graphql",
  "imports.graphql",
  "catalogue-care.graphql",
  "refund-clocks.graphql",
]

type Resolvers = IResolvers<unknown, GraphqlContext>

/** Two groups may both add fields to one type. */
function merged(groups: readonly Resolvers[]): Resolvers {
  const all: Record<string, object> = {}
  for (const group of groups)
    for (const [type, fields] of Object.entries(group)) all[type] = { ...all[type], ...(fields as object) }
  return all as Resolvers
}

export const marketplaceGraphql: GraphqlPart = {
  typeDefs: SDL.map((file) => readFileSync(join(__dirname, file), "utf8")).join("\n"),
  resolvers: merged([
    catalogueResolvers,
    sellerResolvers,
    sellerFileResolvers,
    sellerSettingsResolvers,
    sellerReviewResolvers,
    shopPageResolvers,
    noticeResolvers,
    takedownResolvers,
    orderResolvers,
    sellerOrderResolvers,
    orderCareResolvers,
    orderTalkResolvers,
    serviceLevelResolvers,
    commissionResolvers,
    simulationResolvers,
    feeResolvers,
    documentResolvers,
    saleDocumentResolvers,
    dac7Resolvers,
    bookResolvers,
    notificationResolvers,
    apiKeyResolvers,
    webhookResolvers,
    privacyResolvers,
    savedViewResolvers,
    trailResolvers,
    payoutResolvers,
    sellerPayoutResolvers,
    importResolvers,
    proposalResolvers,
    catalogueCareResolvers,
    refundClockResolvers,
  ]),
}
