import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"
import type { ListParams } from "../../../ui/useListParams"

const FIELDS = ["order", "seller", "actor", "action", "from", "to"] as const
type Filters = Record<(typeof FIELDS)[number], string>

/** The filters stand in the address: a search can be sent to a colleague. */
export function TrailFilters({ params }: { params: ListParams }) {
  const { t } = useTranslation()
  const values = Object.fromEntries(FIELDS.map((field) => [field, params.get(field)])) as Filters
  const { register, handleSubmit } = useForm<Filters>({ values })
  const used = FIELDS.some((field) => values[field])
  return (
    <Panel>
      <form
        role="search"
        className="grid grid-cols-2 items-start gap-3 lg:grid-cols-3 xl:grid-cols-6"
        onSubmit={(event) =>
          void handleSubmit((filters) =>
            params.set(Object.fromEntries(FIELDS.map((field) => [field, filters[field].trim()]))),
          )(event)
        }
      >
        <TextField label={t("trail.order")} hint={t("trail.orderHint")} {...register("order")} />
        <TextField label={t("trail.seller")} hint={t("trail.sellerHint")} {...register("seller")} />
        <TextField label={t("trail.actor")} hint={t("trail.actorHint")} {...register("actor")} />
        <TextField label={t("trail.action")} hint={t("trail.actionHint")} {...register("action")} />
        <TextField type="date" label={t("trail.from")} {...register("from")} />
        <TextField type="date" label={t("trail.to")} {...register("to")} />
        <div className="col-span-2 flex gap-2 lg:col-span-3 xl:col-span-6">
          <Button type="submit" size="small">
            {t("trail.search")}
          </Button>
          {used && (
            <Button
              type="button"
              size="small"
              variant="secondary"
              onClick={() => params.set(Object.fromEntries(FIELDS.map((field) => [field, ""])))}
            >
              {t("trail.clear")}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  )
}
