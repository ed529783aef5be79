import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Answer } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { TraderTerms } from "../../ui/TraderTerms"
import { useGate } from "../../ui/useGate"

const AccountQuery = graphql(`
  query SellerAccount {
    sellerAccount {
      id
      name
      state
      stateReason
      memberEmail
      acceptsShopReturns
      missing
      appliedAt
      offerCount
      trader {
        name
        legalName
        address
        countryCode
        email
        phone
        registrationNumber
        vatNumber
        selfCertified
      }
    }
  }
`)

export function AccountPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const gate = useGate()
  const query = useRoomQuery(AccountQuery, {})
  return (
    <Page title={t("nav.account")} lead={t("seller.accountLead")}>
      <Answer query={query}>
        {({ sellerAccount: seller }) => (
          <>
            {seller.missing.length > 0 && (
              <Alert variant="warning">
                <strong>{t("seller.missing")}</strong>
                <ul className="list-disc pl-5">
                  {seller.missing.map((name) => (
                    <li key={name}>{gate(name)}</li>
                  ))}
                </ul>
              </Alert>
            )}
            {seller.stateReason && (
              <Alert variant="error">{t("seller.stateReason", { reason: seller.stateReason })}</Alert>
            )}
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <Panel title={t("seller.traderBlock")}>
                <TraderTerms trader={seller.trader} />
              </Panel>
              <Panel title={t("seller.selling")}>
                <Terms
                  rows={[
                    [t("common.state"), <StateBadge key="state" state={seller.state} />],
                    [t("seller.appliedAt"), format.date(seller.appliedAt)],
                    [t("seller.member"), seller.memberEmail],
                    [t("seller.activeOffers"), format.number(seller.offerCount)],
                    [t("seller.shopReturns"), t(seller.acceptsShopReturns ? "common.yes" : "common.no")],
                  ]}
                />
              </Panel>
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}
