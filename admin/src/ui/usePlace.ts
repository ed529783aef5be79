import { useTranslation } from "react-i18next"

/** The places the server names; one we do not know is shown as it is. */
export function usePlace(): (place: string) => string {
  const { t } = useTranslation()
  return (place) => t(`places.${place.toLowerCase()}` as "places.cage", { defaultValue: place })
}
