import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { InviteDrawer } from "./dossier/InviteDrawer"
import type { SellerState } from "./sellers"
import { SellersQuery } from "./sellers"

const STATES = ["IN_REVIEW", "ACTIVE", "DOCUMENTS", "APPLIED", "INVITED", "SUSPENDED", "REJECTED", "CLOSED"] as const

export function SellersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const params = useListParams()
  const [inviting, setInviting] = useState(false)
  const options = useStateOptions(STATES)
  const query = useRoomQuery(SellersQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as SellerState | null,
  })
  return (
    <Page
      title={t("nav.sellers")}
      lead={t("operator.sellersLead")}
      actions={<Button onClick={() => setInviting(true)}>{t("invite.button")}</Button>}
    >
      <List
        label={t("nav.sellers")}
        query={query}
        pick={(data) => data.sellers}
        rowKey={(row) => row.id}
        params={params}
        search={t("operator.searchSellers")}
        filter={{ label: t("common.state"), options }}
        onOpen={(row) => void navigate(`/operator/sellers/${row.id}`)}
        empty={{ title: t("operator.noSellers") }}
        columns={[
          {
            key: "name",
            header: t("operator.seller"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={`/operator/sellers/${row.id}`}>
                {row.name}
              </Link>
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
      {inviting && <InviteDrawer close={() => setInviting(false)} />}
    </Page>
  )
}
