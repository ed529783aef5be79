import { z } from "zod"
import { cents } from "@gondola/kit"
import { callerSeller } from "../../graphql/callers"
import { saveOffers } from "../../offers/save-offers"
import { exportFile } from "../files"
import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"
import * as shapes from "../shapes"
import { zodOperation } from "../zod-operation"

const drafts = z.strictObject({ offers: z.array(shapes.offerDraft).min(1).max(100) })
const STATES = { DRAFT: "draft", ACTIVE: "active", PAUSED: "paused", CLOSED: "closed" } as const

const MONEY = "{ amount currency }"
const OFFER = `offer { id condition state price ${MONEY} priorPrice ${MONEY} deliveryPrice ${MONEY} leadTimeDays inStock }
  sku gtin productTitle productHandle winsBuyBox heldBy`

export const catalogueOperations: readonly Operation[] = [
  graphOperation({
    id: "listOffers",
    method: "GET",
    path: "/offers",
    scope: "catalogue:read",
    summary: "Your offers, the newest first",
    field: "Query.sellerOffers",
    select: `items { ${OFFER} } total page pageSize`,
  }),
  zodOperation({
    id: "saveOffers",
    method: "PUT",
    path: "/offers",
    scope: "catalogue:write",
    summary: "Makes or changes up to 100 offers by their SKU; each succeeds or is refused on its own",
    field: "Mutation.saveOffer",
    body: drafts,
    answer: z.object({ results: z.array(shapes.offerResult) }),
    async handle({ context }, body) {
      const seller = await callerSeller(context, "catalogue")
      const results = await saveOffers(
        context.scope,
        seller.id,
        body.offers.map(({ price, state, ...draft }) => ({
          ...draft,
          ...(price === undefined ? {} : { price: cents(price) }),
          ...(state === undefined ? {} : { state: STATES[state] }),
        })),
      )
      return { results }
    },
  }),
  graphOperation({
    id: "setOfferState",
    method: "POST",
    path: "/offers/:id/state",
    scope: "catalogue:write",
    summary: "Puts an offer on the shelf (ACTIVE), takes it off (PAUSED) or ends it (CLOSED)",
    field: "Mutation.setOfferState",
    select: OFFER,
  }),
  graphOperation({
    id: "readOfferHistory",
    method: "GET",
    path: "/offers/:id/history",
    scope: "catalogue:read",
    summary: "Prices and changes of an offer",
    field: "Query.sellerOfferHistory",
    select: `points { price ${MONEY} applied validFrom } lowest30Days ${MONEY}`,
  }),
  graphOperation({
    id: "bulkEditOffers",
    method: "POST",
    path: "/offers/bulk",
    scope: "catalogue:write",
    summary: "One change for the offers named, or for all that the filter finds; more than a hundred in the background",
    field: "Mutation.bulkEditOffers",
    select: `total changed refused { sku code message lowest ${MONEY} } run { id state total }`,
  }),
  exportFile,
]
