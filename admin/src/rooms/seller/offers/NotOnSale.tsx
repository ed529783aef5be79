import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomQuery } from "../../../api/hooks"
import { useGate } from "../../../ui/useGate"

const MissingQuery = graphql(`
  query MissingBeforeSale {
    sellerAccount {
      id
      missing
    }
  }
`)

/** An offer may be active while its shop is shut: said where offers are made, with what is missing. */
export function NotOnSale() {
  const { t } = useTranslation()
  const gate = useGate()
  const { data } = useRoomQuery(MissingQuery, {})
  const missing = data?.sellerAccount.missing ?? []
  if (missing.length === 0) return null
  return (
    <Alert variant="warning">
      <strong>{t("seller.missing")}</strong>
      <ul className="list-disc pl-5">
        {missing.map((name) => (
          <li key={name}>{gate(name)}</li>
        ))}
      </ul>
    </Alert>
  )
}
