import type { ReactElement } from "react"
import { Trans, useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TrailEntry } from "./trail"
import { subjectPage } from "./subjectPage"

type Known = "acts.other"

/** Jobs and providers stand where other entries have a person's id. */
const MACHINES = /^(schedule|stripe|ledger|system)$|^[a-z]+(-[a-z]+)+$/

/** Who did it, as a sentence begins: a name, or what is known of somebody without one. */
export function useWho(): (entry: TrailEntry) => string {
  const { t } = useTranslation()
  return ({ actorType, actorName, actorId, sellerName }) => {
    if (actorType === "SYSTEM" || (actorId && MACHINES.test(actorId))) return t("trailWords.system")
    if (actorType === "API_KEY") return t("trailWords.key", { name: actorName ?? actorId ?? "" })
    if (actorName) return actorName
    if (actorType === "GUEST") return t("trailWords.guest")
    if (actorType === "CUSTOMER") return t("trailWords.customer")
    if (actorType === "SELLER_MEMBER" && sellerName) return t("trailWords.member", { seller: sellerName })
    return t(actorId ? "trailWords.gone" : "trailWords.system")
  }
}

/** What happened, in one sentence, with a link to what it happened to. */
export function ActSentence({ entry }: { entry: TrailEntry }): ReactElement {
  const { t, i18n } = useTranslation()
  const who = useWho()
  const key = `acts.${entry.action.replace(".", "__")}`
  const name = entry.subjectName ?? (entry.orderNumber ? `#${entry.orderNumber}` : t("trailWords.thing"))
  const href = subjectPage(entry)
  return (
    <Trans
      i18nKey={(i18n.exists(key) ? key : "acts.other") as Known}
      values={{
        who: who(entry),
        what: name,
        action: entry.action,
        seller: entry.sellerName ?? entry.subjectName ?? t("trailWords.thing"),
        order: entry.orderNumber ? `#${entry.orderNumber}` : t("trailWords.thing"),
      }}
      components={{
        what: href ? (
          <Link to={href} className="text-ui-fg-interactive font-medium underline underline-offset-2" />
        ) : (
          <span className="font-medium" />
        ),
      }}
      shouldUnescape
      tOptions={{ interpolation: { escapeValue: true } }}
    />
  )
}
