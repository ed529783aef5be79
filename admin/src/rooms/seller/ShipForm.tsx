import { Button, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { TextField } from "../../ui/Fields"
import { Panel } from "../../ui/Panel"
import type { SellerOrder } from "./orders"
import { CarriersQuery, ShipMutation, waitingOf } from "./orders"
import { FormError } from "../../ui/FormError"

interface ShipValues {
  carrier: string
  trackingNumber: string
  quantities: string[]
}

/** A parcel of what still waits; all of it, unless the seller says less. */
export function ShipForm({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const waiting = order.lines.filter((line) => waitingOf(line) > 0)
  const { register, handleSubmit, formState, setError } = useForm<ShipValues>({
    defaultValues: {
      carrier: "",
      trackingNumber: "",
      quantities: waiting.map((line) => String(waitingOf(line))),
    },
  })
  const ship = useRoomMutation(ShipMutation, { said: t("seller.parcelShipped"), quiet: true })
  const submit = (values: ShipValues): void => {
    const lines = waiting
      .map((line, index) => ({ lineId: line.id, quantity: Number(values.quantities[index]) }))
      .filter((line) => line.quantity > 0)
    if (lines.length === 0) return setError("quantities.0", { type: "empty" })
    ship.mutate({
      sellerOrderId: order.id,
      parcel: { carrier: values.carrier.trim(), trackingNumber: values.trackingNumber.trim(), lines },
    })
  }
  const carriers = useRoomQuery(CarriersQuery, {})
  const errors = formState.errors
  if (waiting.length === 0) return null
  return (
    <Panel title={t("seller.shipTitle")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <FormError error={ship.error} />
        <Text size="small" className="text-ui-fg-subtle">
          {t("care.otherParcel")}
        </Text>
        <ul className="grid gap-3 sm:grid-cols-2">
          {waiting.map((line, index) => {
            const most = waitingOf(line)
            return (
              <li key={line.id} className="flex flex-col justify-end">
                <TextField
                  label={t("seller.quantityOf", { title: line.title, most })}
                  inputMode="numeric"
                  error={errors.quantities?.[index] && t("forms.between", { min: 0, max: most })}
                  {...register(`quantities.${index}`, {
                    validate: (text) => /^\d+$/.test(text) && Number(text) <= most,
                  })}
                />
              </li>
            )
          })}
        </ul>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("seller.carrier")}
            list="carriers"
            error={errors.carrier && t("forms.required")}
            {...register("carrier", { required: true })}
          />
          <TextField
            label={t("seller.tracking")}
            error={errors.trackingNumber && t("forms.required")}
            {...register("trackingNumber", { required: true })}
          />
          <datalist id="carriers">
            {(carriers.data?.carriers ?? []).map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <Button type="submit" className="self-start" isLoading={ship.isPending}>
          {t("seller.ship")}
        </Button>
      </form>
    </Panel>
  )
}
