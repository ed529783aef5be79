import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const ItemsQuery = graphql(`
  query CatalogueItems($page: Int, $pageSize: Int, $search: String, $heldBy: String, $source: String) {
    catalogueItems(page: $page, pageSize: $pageSize, search: $search, heldBy: $heldBy, source: $source) {
      total
      page
      pageSize
      items {
        id
        handle
        title
        brand
        image
        status
        source
        variantCount
        offerCount
        sellerCount
        heldBy
        createdAt
      }
    }
  }
`)

export const SheetQuery = graphql(`
  query CatalogueSheet($id: ID!) {
    catalogueSheet(id: $id) {
      item {
        id
        handle
        title
        brand
        image
        status
        source
        heldBy
      }
      titleEn
      partNumber
      categories
      guaranteeMonths
      safety {
        manufacturer
        manufacturerContact
        manufacturerCountry
        euResponsible
        warnings
      }
      gates {
        requirement
        level
      }
      variants {
        id
        title
        sku
        gtins
        offers {
          id
          trader {
            sellerId
            name
            isRetailer
          }
          condition
          inStock
          price {
            amount
            currency
          }
        }
      }
      events {
        id
        kind
        otherId
        reason
        at
        canUndo
      }
    }
  }
`)

export const SaveSafetyMutation = graphql(`
  mutation SaveSheetSafety($productId: ID!, $safety: SheetSafetyInput!, $guaranteeMonths: Int!) {
    saveSheetSafety(productId: $productId, safety: $safety, guaranteeMonths: $guaranteeMonths) {
      titleEn
    }
  }
`)

export const SetStatusMutation = graphql(`
  mutation SetProductStatus($productId: ID!, $published: Boolean!) {
    setProductStatus(productId: $productId, published: $published) {
      titleEn
    }
  }
`)

export const MergeMutation = graphql(`
  mutation MergeProducts($fromId: ID!, $intoId: ID!, $reason: String!) {
    mergeProducts(fromId: $fromId, intoId: $intoId, reason: $reason) {
      titleEn
    }
  }
`)

export const UndoMergeMutation = graphql(`
  mutation UndoMerge($eventId: ID!) {
    undoMerge(eventId: $eventId)
  }
`)

export const SplitMutation = graphql(`
  mutation SplitVariant($variantId: ID!, $titleFr: String!, $titleEn: String!, $reason: String!) {
    splitVariant(variantId: $variantId, titleFr: $titleFr, titleEn: $titleEn, reason: $reason) {
      titleEn
    }
  }
`)

export const SetPriceMutation = graphql(`
  mutation SetRetailerPrice($variantId: ID!, $price: SafeInt!, $beforePrice: SafeInt) {
    setRetailerPrice(variantId: $variantId, price: $price, beforePrice: $beforePrice) {
      titleEn
    }
  }
`)

export const ProposalsQuery = graphql(`
  query Proposals($page: Int, $search: String, $state: ProposalState) {
    proposals(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        id
        sellerName
        sku
        gtin
        state
        title
        titleEn
        brand
        partNumber
        category
        images
        safety {
          manufacturer
          manufacturerContact
        }
        price {
          amount
          currency
        }
        stock
        condition
        reason
        decidedBy
        proposedAt
        candidates {
          productId
          variantId
          title
          handle
          brand
          image
          score
          why
        }
      }
    }
  }
`)

export const AcceptMutation = graphql(`
  mutation AcceptProposal($id: ID!, $category: String) {
    acceptProposal(id: $id, category: $category) {
      id
    }
  }
`)
export const LinkMutation = graphql(`
  mutation LinkProposal($id: ID!, $variantId: ID!) {
    linkProposal(id: $id, variantId: $variantId) {
      id
    }
  }
`)
export const RejectMutation = graphql(`
  mutation RejectProposal($id: ID!, $reason: String!) {
    rejectProposal(id: $id, reason: $reason) {
      id
    }
  }
`)

export const CategoriesQuery = graphql(`
  query CatalogueCategories {
    categories {
      handle
      name
      children {
        handle
        name
        children {
          handle
          name
        }
      }
    }
  }
`)

export const PolicyQuery = graphql(`
  query ListingPolicy {
    listingPolicy {
      rules {
        requirement
        categories
        level
      }
      epr {
        stream
        categories
      }
      warnOnlySources
    }
  }
`)
export const SavePolicyMutation = graphql(`
  mutation SaveListingPolicy($policy: ListingPolicyInput!) {
    saveListingPolicy(policy: $policy) {
      warnOnlySources
    }
  }
`)

export const BuyBoxQuery = graphql(`
  query BuyBox($days: Int) {
    buyBoxSettings {
      strategy
      strategies
      ruleFr
      ruleEn
      autoAccept
      weights {
        price
        leadTime
        stock
        quality
        condition
      }
    }
    buyBoxShare(days: $days) {
      day
      strategy
      boxes
      retailerBoxes
      contested
      retailerContested
    }
  }
`)
export const SaveBuyBoxMutation = graphql(`
  mutation SaveBuyBox($strategy: String!, $weights: BuyBoxWeightsInput!, $autoAccept: Boolean!) {
    saveBuyBoxSettings(strategy: $strategy, weights: $weights, autoAccept: $autoAccept) {
      strategy
    }
  }
`)

export type Sheet = ResultOf<typeof SheetQuery>["catalogueSheet"]
export type Proposal = ResultOf<typeof ProposalsQuery>["proposals"]["items"][number]
export type Policy = ResultOf<typeof PolicyQuery>["listingPolicy"]
export type BuyBox = ResultOf<typeof BuyBoxQuery>
