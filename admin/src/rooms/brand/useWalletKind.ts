import { useTranslation } from "react-i18next"

export function useWalletKind(): (kind: string) => string {
  const { t } = useTranslation()
  return (kind) =>
    t(`walletKinds.${kind.toLowerCase().replace(/[^a-z]+/g, "_")}` as "walletKinds.ad_top_up", {
      defaultValue: kind.replace(/_/g, " "),
    })
}
