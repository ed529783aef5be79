import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { Picture } from "../../ui/Picture"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"

const ProposalsQuery = graphql(`
  query SellerProposals($page: Int, $state: ProposalState) {
    sellerProposals(page: $page, state: $state) {
      total
      page
      pageSize
      items {
        id
        sku
        gtin
        state
        title
        brand
        images
        reason
        proposedAt
        price {
          amount
          currency
        }
      }
    }
  }
`)

/** Articles that the seller put to the catalogue, and what became of them. */
export function ProposalsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const options = useStateOptions(["OPEN", "ACCEPTED", "LINKED", "REJECTED"])
  const query = useRoomQuery(ProposalsQuery, { page: params.page, state: (params.state || null) as "OPEN" | null })
  return (
    <Page title={t("nav.proposals")} lead={t("proposals.sellerLead")}>
      <List
        label={t("nav.proposals")}
        query={query}
        pick={(data) => data.sellerProposals}
        rowKey={(row) => row.id}
        params={params}
        filter={{ label: t("common.state"), options }}
        empty={{ title: t("proposals.none"), hint: t("proposals.sellerHint") }}
        columns={[
          {
            key: "article",
            header: t("common.product"),
            cell: (row) => (
              <span className="flex items-center gap-3 py-1">
                <Picture src={row.images[0] ?? null} />
                <span className="min-w-0">
                  <span className="block max-w-[11rem] truncate font-medium sm:max-w-[18rem]">{row.title}</span>
                  <span className="text-ui-fg-muted text-xs">{row.gtin ?? "–"}</span>
                </span>
              </span>
            ),
          },
          { key: "sku", header: "SKU", wide: true, cell: (row) => row.sku },
          { key: "brand", header: t("proposals.brand"), wide: true, cell: (row) => row.brand ?? "–" },
          { key: "price", header: t("common.price"), end: true, cell: (row) => format.money(row.price) },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => (
              <span className="flex flex-col gap-1">
                <StateBadge state={row.state} />
                {row.reason && (
                  <span className="text-ui-fg-subtle max-w-[18rem] whitespace-normal text-xs">{row.reason}</span>
                )}
              </span>
            ),
          },
          { key: "at", header: t("proposals.at"), wide: true, cell: (row) => format.dateTime(row.proposedAt) },
        ]}
      />
    </Page>
  )
}
