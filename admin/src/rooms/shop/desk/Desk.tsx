import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { desk, useDeskPass } from "../../../api/desk"
import { useRoomMutation } from "../../../api/hooks"
import { Page } from "../../../ui/Page"
import { Steps } from "../../../ui/Steps"
import { useConfirm } from "../../../ui/useConfirm"
import { CustomerView } from "./CustomerView"
import { FindStep } from "./FindStep"
import { Labels } from "./Labels"
import { LineStep } from "./LineStep"
import { LockMutation } from "./queries"
import { ScanField } from "./ScanField"
import { SettleStep } from "./SettleStep"
import { useDesk } from "./useDesk"
import { useOnline } from "./useOnline"
import type { Work } from "./work"

const STEPS = ["find", "lines", "quote", "sign", "labels"] as const

function stepOf(work: Work | null): number {
  if (!work) return 0
  if (work.settled) return 4
  if (!work.quoted || work.stale) return 1
  return work.quoted.state === "AWAITING_APPROVAL" ? 2 : 3
}

export function Desk() {
  const { t } = useTranslation()
  const pass = useDeskPass()
  const online = useOnline()
  const confirm = useConfirm()
  const actions = useDesk()
  const lock = useRoomMutation(LockMutation, { quiet: true })
  const { work } = actions
  const askAbandon = async (): Promise<void> => {
    const sure = await confirm({
      title: t("desk.abandonTitle"),
      description: t("desk.abandonText"),
      confirm: t("desk.abandon"),
    })
    if (sure) actions.abandon()
  }
  const lockDesk = (): void => {
    lock.mutate({})
    actions.restart()
    desk.lock()
  }
  return (
    <Page
      title={t("nav.desk")}
      lead={pass && t("desk.clerk", { name: pass.clerkName })}
      actions={
        <>
          {work && !work.settled && (
            <Button variant="secondary" isLoading={actions.busy === "abandon"} onClick={() => void askAbandon()}>
              {t("desk.abandon")}
            </Button>
          )}
          <Button variant="secondary" onClick={lockDesk}>
            {t("desk.lock")}
          </Button>
        </>
      }
    >
      {!online && <Alert variant="error">{t("desk.offline")}</Alert>}
      <Steps names={STEPS.map((name) => t(`desk.step_${name}`))} current={stepOf(work)} go={() => undefined} />
      <ScanField
        scan={actions.scan}
        busy={actions.busy === "find"}
        label={t(work && !work.settled ? "desk.scanArticle" : "desk.scanCode")}
      />
      {actions.error && <Alert variant="error">{actions.error}</Alert>}
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {!work && <FindStep find={actions.find} busy={actions.busy === "find"} />}
          {work && !work.settled && <LineStep work={work} change={actions.change} />}
          {work && !work.settled && <SettleStep work={work} actions={actions} online={online} />}
          {work?.settled && <Labels settled={work.settled} restart={actions.restart} />}
        </div>
        <CustomerView work={work} />
      </div>
    </Page>
  )
}
