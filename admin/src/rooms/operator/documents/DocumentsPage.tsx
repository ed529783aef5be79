import { useTranslation } from "react-i18next"
import { DocumentList } from "../../../documents/DocumentList"
import { Page } from "../../../ui/Page"
import { BillingPanel } from "./BillingPanel"
import { BillingSettingsPanel } from "./BillingSettingsPanel"

export function DocumentsPage() {
  const { t } = useTranslation()
  return (
    <Page title={t("nav.documents")} lead={t("documents.leadAll")}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <BillingPanel />
        <BillingSettingsPanel />
      </div>
      <DocumentList />
    </Page>
  )
}
