import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Panel } from "../../../ui/Panel"
import { Terms } from "../../../ui/Terms"
import { TraderTerms } from "../../../ui/TraderTerms"
import { lastClosedInstant } from "../../seller/file/HolidaysPanel"
import type { Dossier } from "./dossier"
import { TaxNumber } from "./TaxNumber"

export function DataTab({ dossier: { seller, file, holidays, consents, papersKeptUntil } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const format = useFormat()
  const yesNo = (yes: boolean) => t(yes ? "common.yes" : "common.no")
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title={t("seller.traderBlock")}>
        <TraderTerms trader={seller.trader} />
      </Panel>
      <Panel title={t("dossier.data")}>
        <Terms
          rows={[
            [t("seller.appliedAt"), format.date(seller.appliedAt)],
            [t("file.legalForm"), t(`legalForms.${file.legalForm}`)],
            [
              t("file.taxId"),
              <TaxNumber
                key="tax"
                sellerId={file.id}
                number={file.taxId}
                isPerson={file.legalForm === "SOLE_TRADER"}
              />,
            ],
            [t("file.euResponsible"), file.euResponsible ?? "–"],
            ...file.eprNumbers.map(
              ({ stream, number }) => [`${t("requirementKinds.EPR")} · ${t(`streams.${stream}`)}`, number] as const,
            ),
            [
              t("dossier.bank"),
              file.bankAccount
                ? `${file.bankAccount.country.toUpperCase()} … ${file.bankAccount.last4}`
                : t("dossier.bankNone"),
            ],
            [t("seller.shopReturns"), yesNo(file.acceptsShopReturns)],
            [t("nav.offers"), format.number(seller.offerCount)],
            ...holidays.map(
              (each) =>
                [
                  t("myShop.holidays"),
                  t("myShop.range", { from: format.date(each.from), to: format.date(lastClosedInstant(each.until)) }),
                ] as const,
            ),
            ...(papersKeptUntil ? [[t("dossier.keptUntil"), format.date(papersKeptUntil)] as const] : []),
          ]}
        />
      </Panel>
      <Panel title={t("dossier.consents")}>
        {consents.length === 0 ? (
          <p className="text-sm">{t("dossier.noConsents")}</p>
        ) : (
          <Terms
            rows={consents.map(
              ({ version, by, at }) => [t("dossier.consent", { version, by }), format.dateTime(at)] as const,
            )}
          />
        )}
      </Panel>
    </div>
  )
}
