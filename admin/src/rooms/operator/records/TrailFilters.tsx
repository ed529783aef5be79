import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"
import type { ListParams } from "../../../ui/useListParams"

const FIELDS = ["order", "seller", "actor", "action", "from", "to"] as const
type Filters = Record<(typeof FIELDS)[number], string>

/** The filters stand in the address: a search can be sent to a colleague. */
export function TrailFilters({ params }: { params: ListParams }) {
  const { t } = useTranslation()
  const values = Object.fromEntries(FIELDS.map((field) => [field, params.get(field)])) as Filters
  const { register, handleSubmit } = useForm<Filters>({ values })
  const areas = Object.entries(t("actAreas", { returnObjects: true }))
    .map(([area, label]) => ({ value: `${area}.`, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
  // A search may come by its address with a kind of act that the list does not name.
  const other = values.action && !areas.some(({ value }) => value === values.action)
  const choices = [
    { value: "", label: t("trailWords.allActs") },
    ...(other ? [{ value: values.action, label: values.action }] : []),
    ...areas,
  ]
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
        <ChoiceField label={t("trail.action")} choices={choices} {...register("action")} />
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
