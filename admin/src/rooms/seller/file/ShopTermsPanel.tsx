import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"

const TermsQuery = graphql(`
  query SellerTerms($locale: Locale) {
    sellerTerms(locale: $locale) {
      version
      body
      summary
      effectiveAt
      inForce
      accepted
    }
  }
`)
const AcceptMutation = graphql(`
  mutation AcceptSellerTerms($version: Int!) {
    acceptSellerTerms(version: $version)
  }
`)

export function ShopTermsPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(TermsQuery, { locale: format.language })
  const accept = useRoomMutation(AcceptMutation, { said: t("myShop.termsAccepted") })
  return (
    <Panel title={t("myShop.terms")}>
      <Answer query={query} rows={2}>
        {({ sellerTerms }) =>
          sellerTerms.length === 0 ? (
            <Text size="small">{t("myShop.noTerms")}</Text>
          ) : (
            <ul className="flex flex-col divide-y">
              {sellerTerms.slice(0, 3).map((each) => (
                <li key={each.version} className="flex flex-col gap-2 py-3 first:pt-0">
                  <span className="flex flex-wrap items-center gap-2 text-sm font-medium">
                    {t("myShop.version", { version: each.version })}
                    {each.inForce ? (
                      <Badge size="2xsmall" color="green">
                        {t("myShop.inForce")}
                      </Badge>
                    ) : (
                      <span className="text-ui-fg-subtle font-normal">
                        {t("myShop.effective", { day: format.date(each.effectiveAt) })}
                      </span>
                    )}
                    {each.accepted && <Badge size="2xsmall">{t("myShop.agreed")}</Badge>}
                  </span>
                  <Text size="small">{each.summary}</Text>
                  <details className="text-sm">
                    <summary className="text-ui-fg-interactive cursor-pointer">{t("myShop.read")}</summary>
                    <div className="mt-2 max-h-80 overflow-y-auto whitespace-pre-wrap" tabIndex={0}>
                      {each.body}
                    </div>
                  </details>
                  {!each.accepted && (
                    <Button
                      size="small"
                      className="self-start"
                      isLoading={accept.isPending}
                      onClick={() => accept.mutate({ version: each.version })}
                    >
                      {t("myShop.acceptTerms")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}
