import { randomUUID } from "node:crypto"
import { useLocale, useTranslations } from "next-intl"
import { answerProblem, moveProblem } from "@/actions/order-care"
import { formatDay } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import type { Dispute } from "@/server/order-care"
import { CareForm } from "./care-form"
import { MessageList } from "./message-list"

interface DisputeViewProps {
  dispute: Dispute
  accessToken: string
  part: string
}

const MOVES = ["TAKE_OFFER", "ESCALATE", "WITHDRAW"] as const

/** Where a dispute stands and what the shopper can do about it. */
export function DisputeView({ dispute, accessToken, part }: DisputeViewProps) {
  const t = useTranslations("dispute")
  const tTalk = useTranslations("talk")
  const locale = useLocale()
  const fields = { accessToken, part, id: dispute.id }
  return (
    <section className="panel" aria-labelledby={`dispute-${dispute.id}`}>
      <h2 id={`dispute-${dispute.id}`}>{t("number", { number: dispute.number })}</h2>
      <p>
        <strong>{t(dispute.reason)}</strong> — {t(dispute.state)}
        {dispute.endedAt ? null : ` · ${t("due", { day: formatDay(dispute.dueAt, locale) })}`}
      </p>
      {dispute.offered ? <p>{t("offered", { amount: formatMoney(dispute.offered, locale) })}</p> : null}
      {dispute.refunded && dispute.refunded.amount > 0 ? (
        <p className="note note-success">{t("refunded", { amount: formatMoney(dispute.refunded, locale) })}</p>
      ) : null}
      {dispute.statement ? (
        <>
          <h3>{t("statement")}</h3>
          <p>{dispute.statement}</p>
        </>
      ) : null}
      <h3>{t("evidence")}</h3>
      <MessageList messages={dispute.evidence} accessToken={accessToken} part={part} />
      {dispute.moves.includes("ANSWER") ? (
        <CareForm
          act={answerProblem}
          formKey={randomUUID()}
          fields={fields}
          problems={{ short: t("short") }}
          submit={t("ANSWER")}
        >
          <div className="field">
            <label htmlFor="answer">{t("answerText")}</label>
            <textarea id="answer" name="text" rows={4} maxLength={4000} />
          </div>
          <div className="field">
            <label htmlFor="answer-files">{tTalk("files")}</label>
            <input id="answer-files" name="files" type="file" multiple accept="application/pdf,image/jpeg,image/png" />
          </div>
        </CareForm>
      ) : null}
      <div className="moves">
        {MOVES.filter((move) => dispute.moves.includes(move)).map((move) => (
          <CareForm key={move} act={moveProblem} formKey={randomUUID()} fields={{ ...fields, move }} submit={t(move)} />
        ))}
      </div>
    </section>
  )
}
