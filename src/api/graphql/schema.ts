import type { GraphQLSchema } from "graphql"
import { composeSchema } from "@gondola/kit"
import { figuresGraphql, marketplaceGraphql, portalSearchGraphql, sellerMemberAccount } from "@gondola/marketplace"
import { searchandisingGraphql } from "@gondola/searchandising"
import {
  adRevenue,
  brandMemberAccount,
  campaignConversion,
  campaignTraffic,
  findCampaigns,
  sponsoredPlacementGraphql,
} from "@gondola/sponsored-placement"
import { crossChannel, findReturns, returnAlert, shopStaffAccount, storeReturnsGraphql } from "@gondola/store-returns"
import { sponsoredSlots } from "../../shelf/sponsored-slots"
import { accessGraphql } from "./access"
import { customerAccount, operatorAccount } from "./access/rooms"

/** The one schema: what each plugin contributes, and what joins them. */
export function gondolaSchema(): GraphQLSchema {
  return composeSchema([
    accessGraphql({
      CUSTOMER: customerAccount,
      OPERATOR: operatorAccount,
      SELLER_MEMBER: sellerMemberAccount,
      BRAND_MEMBER: brandMemberAccount,
      SHOP_STAFF: shopStaffAccount,
    }),
    marketplaceGraphql,
    figuresGraphql([crossChannel, returnAlert, campaignConversion, campaignTraffic, adRevenue]),
    portalSearchGraphql([findReturns, findCampaigns]),
    searchandisingGraphql({ sponsoredSlots }),
    sponsoredPlacementGraphql,
    storeReturnsGraphql,
  ])
}
