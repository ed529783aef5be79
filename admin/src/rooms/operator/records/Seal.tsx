import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TrailEntry } from "./trail"

/** Of an act whether its hash fits; of what other registers tell, which one. */
export function Seal({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation()
  if (entry.source !== "act")
    return (
      <span className="text-ui-fg-muted text-xs">
        {t(`trailSources.${entry.source}` as "trailSources.act", { defaultValue: entry.source })}
      </span>
    )
  if (entry.sealFits === null) return <span className="text-ui-fg-muted text-xs">{t("trail.unsealed")}</span>
  return (
    <Badge size="2xsmall" color={entry.sealFits ? "green" : "red"}>
      {t(entry.sealFits ? "trail.fits" : "trail.broken")}
    </Badge>
  )
}
