import { useTranslation } from "react-i18next"

/** Accounts in the reader's words; a new one of the server reads as it is named there. */
export function useAccount(): (account: string) => string {
  const { t } = useTranslation()
  return (account) => t(`accounts.${account}` as "accounts.tax", { defaultValue: account.replace(/_/g, " ") })
}
