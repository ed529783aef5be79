import { useTranslation } from "react-i18next"

/** Names of scopes and events in the reader's language; one that is new is shown as it is. */
export function useDeveloperWords() {
  const { t } = useTranslation()
  const key = (name: string): string => name.replace(/[.:]/g, "_")
  return {
    scope: (name: string): string => t(`scopes.${key(name)}` as "scopes.orders_read", { defaultValue: name }),
    event: (name: string): string => t(`webhookEvents.${key(name)}` as "webhookEvents.ping", { defaultValue: name }),
  }
}
