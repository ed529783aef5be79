import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What keeps a listing from the shelf, in words. */
export function GateBadges({ names }: { names: readonly string[] }) {
  const { t } = useTranslation()
  if (names.length === 0) return <span className="text-ui-fg-subtle">{t("catalogue.green")}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {names.map((name) => (
        <Badge key={name} size="2xsmall" color="orange">
          {t(`listing.${name}` as "listing.picture", { defaultValue: name })}
        </Badge>
      ))}
    </span>
  )
}
