import type { ListParams } from "../../../ui/useListParams"
import type { VariablesOf } from "../../../api/graphql"
import type { BulkEditMutation, OffersQuery } from "../offers"

type Asked = VariablesOf<typeof OffersQuery>
export type OfferFilter = NonNullable<VariablesOf<typeof BulkEditMutation>["filter"]>

/** The filters of the address, as the list and a change of everything found ask for them. */
export function offerFilter(params: ListParams): OfferFilter {
  return {
    search: params.search || null,
    state: (params.state || null) as Asked["state"],
    condition: (params.get("condition") || null) as Asked["condition"],
    stock: (params.get("stock") || null) as Asked["stock"],
    held: params.get("held") ? true : null,
    runId: params.get("run") || null,
  }
}

export const offerSort = (params: ListParams): Asked["sort"] => (params.get("sort") || "NEWEST") as Asked["sort"]
