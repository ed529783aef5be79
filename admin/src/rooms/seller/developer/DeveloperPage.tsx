import { useTranslation } from "react-i18next"
import { apiUrl } from "../../../api/config"
import { Page } from "../../../ui/Page"
import { DeliveriesList } from "./DeliveriesList"
import { EndpointsPanel } from "./EndpointsPanel"
import { KeysPanel } from "./KeysPanel"

/** For the seller's own programs. */
export function DeveloperPage() {
  const { t } = useTranslation()
  return (
    <Page
      title={t("nav.developer")}
      lead={t("developer.lead")}
      actions={
        <a
          href={`${apiUrl()}/seller/v1/openapi.json`}
          target="_blank"
          rel="noreferrer"
          className="text-ui-fg-interactive text-sm font-medium"
        >
          {t("developer.docs")}
        </a>
      }
    >
      <KeysPanel />
      <EndpointsPanel />
      <DeliveriesList />
    </Page>
  )
}
