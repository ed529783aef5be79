import { Alert, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams, useSearchParams } from "react-router-dom"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { BackLink } from "../../../ui/BackLink"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { StateBadge } from "../../../ui/StateBadge"
import { useGate } from "../../../ui/useGate"
import { DataTab } from "./DataTab"
import { DossierActions } from "./DossierActions"
import type { Dossier } from "./dossier"
import { DossierQuery } from "./dossier"
import { HistoryTab } from "./HistoryTab"
import { PapersTab } from "./PapersTab"
import { StandingTab } from "./StandingTab"
import { TeamTab } from "./TeamTab"

const TABS = ["data", "papers", "team", "history", "standing"] as const

/** Everything about one seller, and what may be decided from where it stands. */
export function SellerPage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const { language } = useFormat()
  const query = useRoomQuery(DossierQuery, { id, locale: language })
  return (
    <>
      <BackLink to="/operator/sellers">{t("dossier.back")}</BackLink>
      <Answer query={query}>
        {({ sellerDossier }) =>
          sellerDossier ? <DossierView dossier={sellerDossier} /> : <EmptyNote title={t("dossier.notFound")} />
        }
      </Answer>
    </>
  )
}

function DossierView({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const format = useFormat()
  const gate = useGate()
  const [address, setAddress] = useSearchParams()
  const { seller, file } = dossier
  const wanted = address.get("tab")
  // As the page was opened: a decision on a paper must not turn the page under the reader.
  const [first] = useState(seller.state === "IN_REVIEW" ? "papers" : "data")
  const tab = TABS.find((each) => each === wanted) ?? first
  const labels = new Map(file.checklist.map((item) => [`requirement_${item.code}`, item.label]))
  return (
    <Page title={seller.name} lead={seller.memberEmail} actions={<DossierActions dossier={dossier} />}>
      <div className="flex flex-wrap items-center gap-3">
        <StateBadge state={seller.state} />
        {seller.stateReason && (
          <span className="text-ui-fg-subtle text-sm">{t("seller.stateReason", { reason: seller.stateReason })}</span>
        )}
      </div>
      {seller.closingAt && (
        <Alert variant="warning">{t("standing.closing", { day: format.date(seller.closingAt) })}</Alert>
      )}
      {seller.missing.length > 0 && seller.state !== "CLOSED" && (
        <Alert variant="warning">
          <strong>{t("operator.missingGates")}</strong>
          <ul className="list-disc pl-5">
            {seller.missing.map((name) => (
              <li key={name}>{labels.get(name) ?? gate(name)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Tabs value={tab} onValueChange={(value) => setAddress({ tab: value }, { replace: true })}>
        <div className="overflow-x-auto p-1">
          <Tabs.List aria-label={t("dossier.tabs")}>
            {TABS.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t(`dossier.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </div>
        <Tabs.Content value={tab} className="pt-4">
          {tab === "data" && <DataTab dossier={dossier} />}
          {tab === "papers" && <PapersTab dossier={dossier} />}
          {tab === "team" && <TeamTab dossier={dossier} />}
          {tab === "history" && <HistoryTab dossier={dossier} />}
          {tab === "standing" && <StandingTab dossier={dossier} />}
        </Tabs.Content>
      </Tabs>
    </Page>
  )
}
