import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { parseAmount } from "../../../i18n/money"
import { DataTable } from "../../../ui/DataTable"
import { Answer } from "../../../ui/Feedback"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"
import { LateInterestQuery } from "./queries"

interface Asked {
  amount: number
  currency: string
  dueOn: string
  paidOn: string
}

const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat("en-CA").format(new Date(Date.now() + days * 86_400_000))

/** What a delay would cost, with the whole scale of the law. */
export function CalculatorPanel() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { amount: "", currency: "EUR", dueOn: dayFromNow(-12), paidOn: dayFromNow(0) },
  })
  const { errors } = formState
  return (
    <Panel title={t("refunds.calculator")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void handleSubmit((form) => setAsked({ ...form, amount: parseAmount(form.amount) ?? 0 }))(event)
        }
      >
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t("refunds.owed")}
            inputMode="decimal"
            error={errors.amount && t("forms.amount")}
            {...register("amount", { validate: (text) => (parseAmount(text) ?? 0) > 0 })}
          />
          <ChoiceField
            label={t("fees.currency")}
            choices={["EUR", "USD"].map((value) => ({ value, label: value }))}
            {...register("currency")}
          />
          <TextField
            type="date"
            label={t("refunds.dueOn")}
            error={errors.dueOn && t("forms.required")}
            {...register("dueOn", { required: true })}
          />
          <TextField
            type="date"
            label={t("refunds.refundedAt")}
            error={errors.paidOn && t("forms.required")}
            {...register("paidOn", { required: true })}
          />
        </div>
        <Button type="submit" variant="secondary" className="self-start">
          {t("refunds.calculate")}
        </Button>
      </form>
      {asked && <Result asked={asked} />}
    </Panel>
  )
}

function Result({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(LateInterestQuery, asked)
  const scale = (bps: number | null): string => (bps === null ? t("refunds.legalRate") : format.bps(bps))
  return (
    <Answer query={query} rows={6}>
      {({ lateInterest }) => (
        <div className="mt-4 flex flex-col gap-3">
          <div role="status">
            <p className="tabular text-2xl font-semibold">{format.money(lateInterest.interest)}</p>
            <Text size="small" className="text-ui-fg-subtle">
              {lateInterest.daysLate === 0
                ? t("refunds.inTime")
                : `${t("refunds.late", { count: lateInterest.daysLate })} · ${scale(lateInterest.surchargeBps)}`}
              {lateInterest.capped && ` · ${t("refunds.capped")}`}
            </Text>
          </div>
          <div className="max-h-64 overflow-y-auto">
            <DataTable
              label={t("refunds.scaleTable")}
              rows={lateInterest.steps}
              rowKey={(step) => String(step.throughDays)}
              columns={[
                {
                  key: "days",
                  header: t("refunds.through"),
                  cell: (step) => t("refunds.days", { count: step.throughDays }),
                },
                { key: "scale", header: t("refunds.scale"), end: true, cell: (step) => scale(step.surchargeBps) },
                {
                  key: "interest",
                  header: t("refunds.interest"),
                  end: true,
                  cell: (step) => format.money(step.interest),
                },
              ]}
            />
          </div>
        </div>
      )}
    </Answer>
  )
}
