import { useTranslation } from "react-i18next"
import { DocumentList } from "../../../documents/DocumentList"
import { Page } from "../../../ui/Page"

export function DocumentsPage() {
  const { t } = useTranslation()
  return (
    <Page title={t("nav.documents")} lead={t("documents.lead")}>
      <DocumentList />
    </Page>
  )
}
