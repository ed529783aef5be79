import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../api/hooks"
import { useFormat } from "../i18n/format"
import { parseAmount } from "../i18n/money"
import { Choice, Field, TextareaField, TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { Panel } from "../ui/Panel"
import { DecideMutation, type Dispute } from "./disputes"

const DECISIONS = ["REFUND_FULL", "REFUND_PART", "REJECT"] as const
const SHORTEST = 20

/** The operator's word, with its reasons; money moves at once. */
export function DecideForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [decision, setDecision] = useState<(typeof DECISIONS)[number]>("REFUND_PART")
  const [amount, setAmount] = useState("")
  const [statement, setStatement] = useState("")
  const [tried, setTried] = useState(false)
  const decide = useRoomMutation(DecideMutation, { said: t("disputes.decided"), quiet: true })
  const cents = decision === "REFUND_PART" ? parseAmount(amount) : null
  const wrong = cents === undefined || (cents !== null && (cents < 1 || cents > dispute.most.amount))
  const short = statement.trim().length < SHORTEST
  const send = (): void => {
    setTried(true)
    if (wrong || short) return
    decide.mutate({ id: dispute.id, decision, amount: cents ?? null, statement: statement.trim() })
  }
  return (
    <Panel title={t("disputes.decide")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormError error={decide.error} />
        <Field label={t("disputes.decision")}>
          <Choice
            choices={DECISIONS.map((value) => ({ value, label: t(`disputeDecisions.${value}`) }))}
            value={decision}
            onChange={(event) => setDecision(event.target.value as (typeof DECISIONS)[number])}
          />
        </Field>
        {decision === "REFUND_PART" && (
          <TextField
            label={t("disputes.amount")}
            hint={t("disputes.most", { amount: format.money(dispute.most) })}
            inputMode="decimal"
            value={amount}
            error={tried && wrong ? t("forms.amount") : undefined}
            onChange={(event) => setAmount(event.target.value)}
          />
        )}
        <TextareaField
          label={t("disputes.statement")}
          hint={t("disputes.statementHint")}
          rows={4}
          maxLength={2000}
          value={statement}
          error={tried && short ? t("disputes.statementShort") : undefined}
          onChange={(event) => setStatement(event.target.value)}
        />
        <Button type="submit" className="self-start" isLoading={decide.isPending}>
          {t("disputes.decide")}
        </Button>
      </form>
    </Panel>
  )
}
