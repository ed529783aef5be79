import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { parseAmount } from "../i18n/money"
import { TextareaField, TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { Panel } from "../ui/Panel"
import { AnswerMutation, type Dispute, OperatorAnswerMutation } from "./disputes"
import type { FileDraft } from "./files"
import { FilePicker } from "./FilePicker"

const SHORTEST = 10

export function AnswerForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState("")
  const [offer, setOffer] = useState("")
  const [files, setFiles] = useState<FileDraft[]>([])
  const [tried, setTried] = useState(false)
  const operator = useRoom() === "OPERATOR"
  const answer = useRoomMutation(operator ? OperatorAnswerMutation : AnswerMutation, {
    said: t("disputes.answered"),
    quiet: true,
  })
  const offered = offer.trim() === "" ? null : parseAmount(offer)
  const short = text.trim().length < SHORTEST
  const wrong = offered === undefined || (offered ?? 0) < 0 || (offered ?? 0) > dispute.most.amount
  const send = (): void => {
    setTried(true)
    if (short || wrong) return
    const sent = files.map(({ name, data }) => ({ name, data }))
    answer.mutate({ id: dispute.id, answer: { text, offered: offered ?? null, files: sent } })
  }
  return (
    <Panel title={t("disputes.answer")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormError error={answer.error} />
        <TextareaField
          label={t("disputes.answerText")}
          hint={t("disputes.answerHint", { date: format.date(dispute.dueAt) })}
          rows={4}
          maxLength={4000}
          value={text}
          error={tried && short ? t("disputes.short") : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {dispute.openedBy === "SHOPPER" && (
          <TextField
            label={`${t("disputes.offer")} (${t("disputes.most", { amount: format.money(dispute.most) })})`}
            hint={t("disputes.offerHint")}
            inputMode="decimal"
            value={offer}
            error={tried && wrong ? t("forms.amount") : undefined}
            onChange={(event) => setOffer(event.target.value)}
          />
        )}
        <FilePicker files={files} set={setFiles} />
        <Button type="submit" className="self-start" isLoading={answer.isPending}>
          {t("disputes.answer")}
        </Button>
      </form>
    </Panel>
  )
}
