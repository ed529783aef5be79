import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { graphql } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField, TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { Tick } from "../../../ui/Tick"
import { AnswerDialog } from "./AnswerDialog"
import type { UnlawfulNotice } from "./NoticesPage"

const DecideMutation = graphql(`
  mutation DecideNotice($id: ID!, $decision: NoticeDecision!, $reasons: String!, $ground: Ground!, $redress: String) {
    decideNotice(id: $id, decision: $decision, reasons: $reasons, ground: $ground, redress: $redress) {
      id
    }
  }
`)
const AnswerMutation = graphql(`
  mutation AnswerNoticeComplaint($id: ID!, $outcome: ComplaintOutcome!, $answer: String!) {
    answerNoticeComplaint(id: $id, outcome: $outcome, answer: $answer) {
      id
    }
  }
`)

interface DecisionForm {
  decision: "NO_ACTION" | "OFFER_REMOVED" | "PRODUCT_REMOVED" | "SELLER_SUSPENDED"
  ground: "TERMS" | "LAW"
  reasons: string
  goodsIllegal: boolean
  redress: string
}

export function NoticeDrawer({ notice, close }: { notice: UnlawfulNotice; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [answering, setAnswering] = useState(false)
  const answer = useRoomMutation(AnswerMutation, { said: t("notices.answered"), done: close })
  const { complaint } = notice
  return (
    <SidePanel title={`${t("notices.number")} ${notice.number} · ${notice.subjectLabel}`} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Terms
          rows={[
            [t("notices.category"), t(`noticeCategories.${notice.category}`)],
            [t("notices.receivedAt"), format.dateTime(notice.receivedAt)],
            [
              t("notices.seller"),
              notice.sellerId ? (
                <Link className="text-ui-fg-interactive" to={`/operator/sellers/${notice.sellerId}`}>
                  {notice.sellerName}
                </Link>
              ) : (
                "–"
              ),
            ],
            [
              t("notices.reporter"),
              [notice.reporterName, notice.reporterEmail].filter(Boolean).join(", ") || t("notices.anonymous"),
            ],
          ]}
        />
        <section>
          <Text weight="plus" size="small">
            {t("notices.explanation")}
          </Text>
          <p className="mt-1 whitespace-pre-wrap text-sm">{notice.explanation}</p>
        </section>
        {notice.decision ? (
          <section>
            <Text weight="plus" size="small">
              {t(`noticeDecisions.${notice.decision}`)}
            </Text>
            <p className="mt-1 whitespace-pre-wrap text-sm">{notice.reasons}</p>
          </section>
        ) : (
          <DecisionFields notice={notice} close={close} />
        )}
        {complaint && (
          <section className="bg-ui-bg-subtle flex flex-col gap-2 rounded-md p-3 text-sm">
            <strong>{t("notices.complaintOf")}</strong>
            <p className="whitespace-pre-wrap">{complaint.text}</p>
            {complaint.outcome ? (
              <>
                <strong>{t(`outcomes.${complaint.outcome}`)}</strong>
                <p className="whitespace-pre-wrap">{complaint.answer}</p>
              </>
            ) : (
              <Button size="small" className="self-start" onClick={() => setAnswering(true)}>
                {t("dossier.answerTo")}
              </Button>
            )}
          </section>
        )}
      </Drawer.Body>
      {answering && complaint && (
        <AnswerDialog
          text={complaint.text}
          pending={answer.isPending}
          close={() => setAnswering(false)}
          submit={(form) => answer.mutate({ id: complaint.id, ...form })}
        />
      )}
    </SidePanel>
  )
}

function DecisionFields({ notice, close }: { notice: UnlawfulNotice; close: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState, watch } = useForm<DecisionForm>({
    defaultValues: {
      decision: "NO_ACTION",
      ground: "LAW",
      reasons: "",
      goodsIllegal: false,
      redress: t("goods.usualRedress"),
    },
  })
  const decide = useRoomMutation(DecideMutation, { said: t("notices.decided"), quiet: true, done: close })
  const possible = [
    "NO_ACTION" as const,
    // The retailer's own offer goes with its product.
    ...(notice.subject === "OFFER" && notice.sellerId ? ["OFFER_REMOVED" as const] : []),
    ...(notice.subject === "SELLER" ? [] : ["PRODUCT_REMOVED" as const]),
    ...(notice.sellerId ? ["SELLER_SUSPENDED" as const] : []),
  ]
  const decision = watch("decision")
  const tells = decision === "PRODUCT_REMOVED" || (decision === "OFFER_REMOVED" && watch("goodsIllegal"))
  const submit = ({ redress, goodsIllegal: _, ...values }: DecisionForm): void =>
    decide.mutate({ id: notice.id, ...values, redress: tells ? redress : null })
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
      <FormError error={decide.error} />
      <ChoiceField
        label={t("notices.decide")}
        choices={possible.map((value) => ({ value, label: t(`noticeDecisions.${value}`) }))}
        {...register("decision")}
      />
      <ChoiceField
        label={t("notices.ground")}
        choices={(["LAW", "TERMS"] as const).map((value) => ({ value, label: t(`grounds.${value}`) }))}
        {...register("ground")}
      />
      <TextareaField
        label={t("notices.reasons")}
        rows={4}
        error={formState.errors.reasons && t("forms.required")}
        {...register("reasons", { required: true })}
      />
      {decision === "OFFER_REMOVED" && <Tick label={t("notices.goodsIllegal")} {...register("goodsIllegal")} />}
      {tells && (
        <TextareaField
          label={t("goods.redress")}
          hint={t("goods.redressHint")}
          rows={3}
          error={formState.errors.redress && t("goods.sentence")}
          {...register("redress", { validate: (text) => !tells || text.trim().length >= 10 })}
        />
      )}
      <Button type="submit" className="self-start" isLoading={decide.isPending}>
        {t("notices.submit")}
      </Button>
    </form>
  )
}
