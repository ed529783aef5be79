import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { BackLink } from "../../ui/BackLink"
import { DataTable } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Meter } from "../../ui/Meter"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Picture } from "../../ui/Picture"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { CampaignSwitch } from "./CampaignSwitch"
import type { Campaign } from "./campaigns"
import { CampaignQuery, ReportQuery } from "./campaigns"
import { Report } from "./Report"

export function CampaignPage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const query = useRoomQuery(CampaignQuery, { id })
  const report = useRoomQuery(ReportQuery, { campaignId: id })
  return (
    <>
      <BackLink to="/brand/campaigns">{t("nav.campaigns")}</BackLink>
      <Answer query={query}>
        {({ campaign }) =>
          campaign ? (
            <Page
              title={campaign.name}
              lead={<StateBadge state={campaign.state} />}
              actions={<CampaignSwitch campaign={campaign} />}
            >
              {campaign.stateReason && <Alert variant="warning">{campaign.stateReason}</Alert>}
              <Answer query={report}>{({ adReport }) => <Report report={adReport} />}</Answer>
              <Setup campaign={campaign} />
            </Page>
          ) : (
            <EmptyNote title={t("errors.NOT_FOUND")} />
          )
        }
      </Answer>
    </>
  )
}

function Setup({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title={t("brand.targets")} flush>
        <DataTable
          label={t("brand.targets")}
          rows={campaign.targets}
          rowKey={(target) => target.id}
          columns={[
            { key: "value", header: t("brand.target"), cell: (target) => target.value },
            { key: "kind", header: t("brand.match"), cell: (target) => t(`targets.${target.kind}`) },
            { key: "bid", header: t("brand.bid"), end: true, cell: (target) => format.micros(target.bid) },
          ]}
        />
      </Panel>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t("brand.budgets")}>
          <Terms
            rows={[
              [
                t("brand.today"),
                <Meter
                  cap
                  key="t"
                  value={campaign.spentToday.micros}
                  most={campaign.dailyBudget.micros}
                  label={`${format.micros(campaign.spentToday)} / ${format.micros(campaign.dailyBudget)}`}
                />,
              ],
              [
                t("brand.lifetime"),
                <Meter
                  cap
                  key="l"
                  value={campaign.spent.micros}
                  most={campaign.lifetimeBudget.micros}
                  label={`${format.micros(campaign.spent)} / ${format.micros(campaign.lifetimeBudget)}`}
                />,
              ],
              [t("brand.starts"), format.date(campaign.startsAt)],
              [t("brand.ends"), campaign.endsAt ? format.date(campaign.endsAt) : t("brand.noEnd")],
            ]}
          />
        </Panel>
        <Panel title={t("brand.products")}>
          <ul className="flex flex-col gap-2">
            {campaign.products.map((product) => (
              <li key={product.id} className="flex items-center gap-3 text-sm">
                <Picture src={product.image} /> {product.title}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  )
}
