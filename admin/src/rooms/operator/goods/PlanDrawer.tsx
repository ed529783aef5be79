import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { TextField } from "../../../ui/Fields"
import { SidePanel } from "../../../ui/SidePanel"
import { CheckPlanQuery, type Round, SetRateMutation } from "./queries"

/** How many are drawn a week, and what came of the weeks before. */
export function PlanDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const query = useRoomQuery(CheckPlanQuery, {})
  return (
    <SidePanel title={t("goods.plan")} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <p className="text-ui-fg-subtle text-sm">{t("goods.planLead")}</p>
        <Answer query={query} rows={6}>
          {({ checkPlan }) => (
            <>
              <RateForm perWeek={checkPlan.perWeek} />
              <Rounds rounds={checkPlan.rounds} />
            </>
          )}
        </Answer>
      </Drawer.Body>
    </SidePanel>
  )
}

function RateForm({ perWeek }: { perWeek: number }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { perWeek: String(perWeek) } })
  const save = useRoomMutation(SetRateMutation, { said: t("goods.rateSaved") })
  const whole = (text: string): boolean => /^\d{1,4}$/.test(text.trim()) && Number(text) <= 1000
  return (
    <form
      noValidate
      className="flex items-end gap-2"
      onSubmit={(event) => void handleSubmit((form) => save.mutate({ perWeek: Number(form.perWeek) }))(event)}
    >
      <div className="flex-1">
        <TextField
          label={t("goods.perWeek")}
          inputMode="numeric"
          error={formState.errors.perWeek && t("goods.perWeekError")}
          {...register("perWeek", { validate: whole })}
        />
      </div>
      <Button type="submit" size="base" variant="secondary" isLoading={save.isPending}>
        {t("common.save")}
      </Button>
    </form>
  )
}

function Rounds({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (rounds.length === 0) return <EmptyNote title={t("goods.noRounds")} />
  return (
    <DataTable
      label={t("goods.rounds")}
      rows={rounds}
      rowKey={(row) => row.week}
      columns={[
        {
          key: "week",
          header: t("goods.week"),
          cell: (row) => (
            <span className="block py-1">
              <span className="block">{row.week}</span>
              <code className="text-ui-fg-muted block max-w-32 truncate text-xs" title={row.seed}>
                {row.seed}
              </code>
            </span>
          ),
        },
        {
          key: "drawn",
          header: t("goods.drawnOf"),
          end: true,
          cell: (row) => `${format.number(row.drawn)} / ${format.number(row.offers)}`,
        },
        { key: "traders", header: t("goods.traders"), end: true, cell: (row) => format.number(row.traders) },
        { key: "open", header: t("goods.waiting"), end: true, cell: (row) => format.number(row.open) },
        {
          key: "wrong",
          header: t("goods.foundWrong"),
          end: true,
          cell: (row) => format.number(row.wrong + row.illegal),
        },
      ]}
    />
  )
}
