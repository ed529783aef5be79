import { useTranslation } from "react-i18next"
import { Terms } from "./Terms"

export interface TraderBlock {
  name: string
  legalName: string
  address: string
  countryCode: string
  email: string
  phone: string
  registrationNumber: string
  vatNumber: string | null
  selfCertified: boolean
}

/** The trader's identity as buyers see it (DSA art. 30). */
export function TraderTerms({ trader }: { trader: TraderBlock }) {
  const { t } = useTranslation()
  return (
    <Terms
      rows={[
        [t("trader.name"), trader.name],
        [t("trader.legalName"), trader.legalName],
        [t("common.address"), trader.address],
        [t("trader.country"), trader.countryCode.toUpperCase()],
        [t("trader.email"), trader.email],
        [t("trader.phone"), trader.phone],
        [t("trader.registration"), trader.registrationNumber],
        [t("trader.vat"), trader.vatNumber ?? "–"],
        [t("trader.selfCertified"), t(trader.selfCertified ? "common.yes" : "common.no")],
      ]}
    />
  )
}
