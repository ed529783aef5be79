import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { SellerDrawer } from "./SellerDrawer"
import type { Seller, SellerState } from "./sellers"
import { SellersQuery } from "./sellers"

export function SellersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<Seller>()
  const options = useStateOptions(["APPLIED", "ACTIVE", "SUSPENDED", "REJECTED", "CLOSED"])
  const query = useRoomQuery(SellersQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as SellerState | null,
  })
  return (
    <Page title={t("nav.sellers")} lead={t("operator.sellersLead")}>
      <List
        label={t("nav.sellers")}
        query={query}
        pick={(data) => data.sellers}
        rowKey={(row) => row.id}
        params={params}
        search={t("operator.searchSellers")}
        filter={{ label: t("common.state"), options }}
        onOpen={setOpen}
        empty={{ title: t("operator.noSellers") }}
        columns={[
          {
            key: "name",
            header: t("operator.seller"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {row.name}
              </button>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
          { key: "country", header: t("trader.country"), cell: (row) => row.trader.countryCode.toUpperCase() },
          { key: "applied", header: t("seller.appliedAt"), cell: (row) => format.date(row.appliedAt) },
          { key: "offers", header: t("nav.offers"), end: true, cell: (row) => format.number(row.offerCount) },
          {
            key: "missing",
            header: t("operator.gates"),
            cell: (row) =>
              row.missing.length === 0 ? (
                <Badge size="2xsmall" color="green">
                  {t("operator.gatesGreen")}
                </Badge>
              ) : (
                <Badge size="2xsmall" color="orange">
                  {t("operator.gatesMissing", { count: row.missing.length })}
                </Badge>
              ),
          },
        ]}
      />
      {open && <SellerDrawer seller={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}
