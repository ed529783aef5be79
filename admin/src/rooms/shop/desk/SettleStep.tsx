import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Panel } from "../../../ui/Panel"
import { ApprovalForm } from "./ApprovalForm"
import { SignaturePad } from "./SignaturePad"
import type { DeskActions } from "./useDesk"
import type { Work } from "./work"
import { withoutPhoto } from "./work"

/** From the noted lines to the quote, the manager where needed, the signature and the refund. */
export function SettleStep({ work, actions, online }: { work: Work; actions: DeskActions; online: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [signature, setSignature] = useState("")
  const none = Object.keys(work.lines).length === 0
  const missing = withoutPhoto(work)
  const { quoted, stale } = work
  if (!quoted || stale)
    return (
      <Panel title={t("desk.step_quote")}>
        <div className="flex flex-col gap-3">
          {none && <Text className="text-ui-fg-subtle">{t("desk.chooseLines")}</Text>}
          {missing.length > 0 && (
            <Text className="text-ui-fg-error">{t("desk.photoMissing", { titles: missing.join(", ") })}</Text>
          )}
          <Button
            size="xlarge"
            className="w-full"
            disabled={none || missing.length > 0 || !online}
            isLoading={actions.busy === "quote"}
            onClick={actions.quote}
          >
            {t("desk.quote")}
          </Button>
        </div>
      </Panel>
    )
  if (quoted.state === "AWAITING_APPROVAL")
    return <ApprovalForm reason={quoted.approvalReason} busy={actions.busy === "approve"} approve={actions.approve} />
  if (quoted.state === "REFUSED" || quoted.state === "EXPIRED")
    return (
      <Panel title={t(`states.${quoted.state}`)}>
        <div className="flex flex-col gap-3">
          <Text>{t(quoted.state === "REFUSED" ? "desk.refused" : "desk.expired")}</Text>
          <Button size="xlarge" className="w-full" onClick={actions.restart}>
            {t("desk.next")}
          </Button>
        </div>
      </Panel>
    )
  return (
    <Panel title={t("desk.step_sign")}>
      <div className="flex flex-col gap-4">
        <Text>{t("desk.signText", { total: format.money(quoted.quote.total) })}</Text>
        <SignaturePad set={setSignature} />
        <Button
          size="xlarge"
          className="w-full"
          disabled={!signature || !online}
          isLoading={actions.busy === "settle"}
          onClick={() => actions.settle(signature)}
        >
          {t("desk.settle", { total: format.money(quoted.quote.total) })}
        </Button>
      </div>
    </Panel>
  )
}
