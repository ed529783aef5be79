import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Meter } from "../../ui/Meter"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { CampaignSwitch } from "./CampaignSwitch"
import type { CampaignState } from "./campaigns"
import { CampaignsQuery } from "./campaigns"

export function CampaignsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const options = useStateOptions(["ACTIVE", "IN_REVIEW", "PAUSED", "REJECTED", "ENDED"])
  const query = useRoomQuery(CampaignsQuery, {
    page: params.page,
    state: (params.state || null) as CampaignState | null,
  })
  const create = (
    <Button asChild size="small">
      <Link to="/brand/campaigns/new">
        <Plus aria-hidden /> {t("brand.newCampaign")}
      </Link>
    </Button>
  )
  return (
    <Page title={t("nav.campaigns")} lead={t("brand.campaignsLead")} actions={create}>
      <List
        label={t("nav.campaigns")}
        query={query}
        pick={(data) => data.campaigns}
        rowKey={(row) => row.id}
        params={params}
        filter={{ label: t("common.state"), options }}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("brand.noCampaigns"), hint: t("brand.noCampaignsHint") }}
        columns={[
          {
            key: "name",
            header: t("brand.campaign"),
            cell: (row) => (
              <Link
                className="text-ui-fg-interactive block max-w-[11rem] truncate sm:max-w-[16rem] font-medium"
                to={row.id}
              >
                {row.name}
              </Link>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
          {
            key: "today",
            header: t("brand.today"),
            cell: (row) => (
              <Meter
                cap
                value={row.spentToday.micros}
                most={row.dailyBudget.micros}
                label={`${format.micros(row.spentToday)} / ${format.micros(row.dailyBudget)}`}
              />
            ),
          },
          {
            key: "life",
            header: t("brand.lifetime"),
            cell: (row) => (
              <Meter
                cap
                value={row.spent.micros}
                most={row.lifetimeBudget.micros}
                label={`${format.micros(row.spent)} / ${format.micros(row.lifetimeBudget)}`}
              />
            ),
          },
          { key: "targets", header: t("brand.targets"), end: true, wide: true, cell: (row) => row.targets.length },
          { key: "products", header: t("brand.products"), end: true, wide: true, cell: (row) => row.products.length },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) => <CampaignSwitch campaign={row} />,
          },
        ]}
      />
    </Page>
  )
}
