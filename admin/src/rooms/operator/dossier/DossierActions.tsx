import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useConfirm } from "../../../ui/useConfirm"
import { ReasonDialog } from "../ReasonDialog"
import { ApproveMutation, RejectMutation, SuspendMutation } from "../sellers"
import type { Dossier } from "./dossier"
import { LiftMutation, NoticeMutation, ReinviteMutation, SendBackMutation, WithdrawNoticeMutation } from "./dossier"

type Deed = "sendBack" | "reject" | "suspend" | "notice"
const TEXTS = {
  sendBack: "dossier.sendBackText",
  reject: "operator.rejectText",
  suspend: "dossier.suspendText",
  notice: "dossier.noticeText",
} as const

/** What the operator may do from this state; whatever takes something away asks for its reasons. */
export function DossierActions({ dossier: { seller } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const [asking, setAsking] = useState<Deed>()
  const done = () => setAsking(undefined)
  const approve = useRoomMutation(ApproveMutation, { said: t("dossier.approved") })
  const lift = useRoomMutation(LiftMutation, { said: t("dossier.lifted") })
  const withdraw = useRoomMutation(WithdrawNoticeMutation, { said: t("dossier.withdrawn") })
  const reinvite = useRoomMutation(ReinviteMutation, { said: t("dossier.reinvited") })
  const deeds = {
    sendBack: useRoomMutation(SendBackMutation, { said: t("dossier.sentBack"), done }),
    reject: useRoomMutation(RejectMutation, { said: t("operator.rejected"), done }),
    suspend: useRoomMutation(SuspendMutation, { said: t("operator.suspended"), done }),
    notice: useRoomMutation(NoticeMutation, { said: t("dossier.noticeGiven"), done }),
  }
  const { state, id, name } = seller
  const ask = async (title: string, text: string, label: string): Promise<boolean> =>
    confirm({ title, description: text, confirm: label, danger: false })
  const button = (deed: Deed, danger = false) => (
    <Button variant={danger ? "danger" : "secondary"} onClick={() => setAsking(deed)}>
      {t(`dossier.${deed}`)}
    </Button>
  )
  const askApprove = async (): Promise<void> => {
    if (await ask(t("dossier.approveTitle", { name }), t("dossier.approveText"), t("dossier.approve")))
      approve.mutate({ id })
  }
  const askLift = async (): Promise<void> => {
    if (await ask(t("dossier.liftTitle", { name }), t("dossier.liftText"), t("dossier.lift"))) lift.mutate({ id })
  }
  const sells = state === "ACTIVE" || state === "SUSPENDED"
  return (
    <>
      {state === "INVITED" && (
        <Button variant="secondary" isLoading={reinvite.isPending} onClick={() => reinvite.mutate({ id })}>
          {t("dossier.reinvite")}
        </Button>
      )}
      {["APPLIED", "DOCUMENTS", "IN_REVIEW"].includes(state) && button("reject")}
      {state === "IN_REVIEW" && button("sendBack")}
      {state === "IN_REVIEW" && (
        <Button isLoading={approve.isPending} onClick={() => void askApprove()}>
          {t("dossier.approve")}
        </Button>
      )}
      {sells && !seller.closingAt && button("notice")}
      {sells && seller.closingAt && (
        <Button variant="secondary" isLoading={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
          {t("dossier.withdraw")}
        </Button>
      )}
      {state === "ACTIVE" && button("suspend", true)}
      {state === "SUSPENDED" && (
        <Button isLoading={lift.isPending} onClick={() => void askLift()}>
          {t("dossier.lift")}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={`${t(`dossier.${asking}`)} · ${name}`}
          text={t(TEXTS[asking])}
          confirm={t(`dossier.${asking}`)}
          pending={deeds[asking].isPending}
          close={done}
          submit={(reason) => deeds[asking].mutate({ id, reason })}
        />
      )}
    </>
  )
}
