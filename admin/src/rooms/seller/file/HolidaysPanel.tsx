import { Badge, Button, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"

const HolidaysQuery = graphql(`
  query SellerHolidays {
    sellerHolidays {
      id
      from
      until
      now
    }
  }
`)
const AddMutation = graphql(`
  mutation AddSellerHoliday($from: String!, $lastDay: String!) {
    addSellerHoliday(from: $from, lastDay: $lastDay) {
      id
    }
  }
`)
const CancelMutation = graphql(`
  mutation CancelSellerHoliday($id: ID!) {
    cancelSellerHoliday(id: $id) {
      id
    }
  }
`)

/** The last day that is closed: the instant before the shop opens again. */
export const lastClosedInstant = (until: string): string => new Date(Date.parse(until) - 1).toISOString()

export function HolidaysPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(HolidaysQuery, {})
  const form = useForm<{ from: string; lastDay: string }>({ defaultValues: { from: "", lastDay: "" } })
  const add = useRoomMutation(AddMutation, { said: t("myShop.holidayAdded"), quiet: true, done: () => form.reset() })
  const cancel = useRoomMutation(CancelMutation, { said: t("myShop.holidayCancelled") })
  const required = (name: "from" | "lastDay") => form.formState.errors[name] && t("forms.required")
  return (
    <Panel title={t("myShop.holidays")}>
      <div className="flex flex-col gap-4">
        <Text size="small" className="text-ui-fg-subtle">
          {t("myShop.holidaysText")}
        </Text>
        <Answer query={query} rows={2}>
          {({ sellerHolidays }) =>
            sellerHolidays.length === 0 ? (
              <Text size="small">{t("myShop.noHolidays")}</Text>
            ) : (
              <ul className="flex flex-col divide-y">
                {sellerHolidays.map((each) => (
                  <li key={each.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                    <span className="flex flex-wrap items-center gap-2 text-sm">
                      {t("myShop.range", {
                        from: format.date(each.from),
                        to: format.date(lastClosedInstant(each.until)),
                      })}
                      {each.now && (
                        <Badge size="2xsmall" color="orange">
                          {t("myShop.closedNow")}
                        </Badge>
                      )}
                    </span>
                    <Button size="small" variant="transparent" onClick={() => cancel.mutate({ id: each.id })}>
                      {t("myShop.cancelHoliday")}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
        <form
          noValidate
          className="flex flex-col gap-3"
          onSubmit={(event) => void form.handleSubmit((values) => add.mutate(values))(event)}
        >
          <FormError error={add.error} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              type="date"
              label={t("myShop.from")}
              error={required("from")}
              {...form.register("from", { required: true })}
            />
            <TextField
              type="date"
              label={t("myShop.lastDay")}
              error={required("lastDay")}
              {...form.register("lastDay", { required: true })}
            />
          </div>
          <Button type="submit" variant="secondary" className="self-start" isLoading={add.isPending}>
            {t("myShop.addHoliday")}
          </Button>
        </form>
      </div>
    </Panel>
  )
}
