import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Choice } from "../../ui/Fields"
import { Answer } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { AdvertiserQuery, CampaignsQuery, ReportQuery } from "./campaigns"
import { Report } from "./Report"
import { daysBack } from "./daysBack"

const PERIODS = ["7", "30", "90"] as const

export function ReportPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [period, setPeriod] = useState<string>("30")
  const [campaign, setCampaign] = useState("")
  const report = useRoomQuery(ReportQuery, { campaignId: campaign || null, ...daysBack(Number(period), new Date()) })
  const advertiser = useRoomQuery(AdvertiserQuery, {})
  const campaigns = useRoomQuery(CampaignsQuery, { page: 1, state: null })
  const purse = advertiser.data?.advertiser
  return (
    <Page
      title={t("nav.report")}
      lead={purse && t("brand.reportLead", { brand: purse.brand })}
      actions={
        <>
          <Choice
            aria-label={t("brand.campaign")}
            className="!w-52"
            value={campaign}
            onChange={(event) => setCampaign(event.target.value)}
            choices={[
              { value: "", label: t("brand.allCampaigns") },
              ...(campaigns.data?.campaigns.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Choice
            aria-label={t("brand.period")}
            className="!w-40"
            value={period}
            onChange={(event) => setPeriod(event.target.value)}
            choices={PERIODS.map((value) => ({ value, label: t("brand.lastDays", { count: Number(value) }) }))}
          />
        </>
      }
    >
      {purse && (
        <Figures
          figures={[
            {
              label: t("nav.wallet"),
              value: format.micros(purse.wallet),
              to: "/brand/wallet",
              tone: purse.wallet.micros > 0 ? "calm" : "warn",
            },
            { label: t("brand.spentToday"), value: format.micros(purse.spentToday), to: "/brand/campaigns" },
          ]}
        />
      )}
      <Answer query={report}>{({ adReport }) => <Report report={adReport} />}</Answer>
    </Page>
  )
}
