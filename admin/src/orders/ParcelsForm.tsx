import { Button, Text } from "@medusajs/ui"
import { useFieldArray, useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../api/hooks"
import { TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { CarriersQuery } from "./carriers"

export interface WaitingLine {
  readonly id: string
  readonly title: string
  readonly waiting: number
}

export interface ParcelInput {
  carrier: string
  trackingNumber: string
  lines: { lineId: string; quantity: number }[]
}

interface Values {
  parcels: { carrier: string; trackingNumber: string; quantities: string[] }[]
}

const MOST = 20

interface ParcelsFormProps {
  lines: readonly WaitingLine[]
  error: unknown
  pending: boolean
  submit: (parcels: ParcelInput[]) => void
}

/** One parcel of all that waits, unless the reader splits it: then as many as they say, each with its own articles. */
export function ParcelsForm({ lines, error, pending, submit }: ParcelsFormProps) {
  const { t } = useTranslation()
  const form = useForm<Values>({
    defaultValues: {
      parcels: [{ carrier: "", trackingNumber: "", quantities: lines.map((line) => String(line.waiting)) }],
    },
  })
  const { register, handleSubmit, formState, control, getValues, setError } = form
  const { fields, append, remove } = useFieldArray({ control, name: "parcels" })
  const carriers = useRoomQuery(CarriersQuery, {})
  const several = fields.length > 1
  const quantity = (text: string | undefined): number => Number(text) || 0
  const left = (at: number): number =>
    lines[at]!.waiting - getValues("parcels").reduce((sum, parcel) => sum + quantity(parcel.quantities[at]), 0)
  const add = (): void => {
    const carrier = getValues("parcels").at(-1)?.carrier ?? ""
    append({ carrier, trackingNumber: "", quantities: lines.map((_, at) => String(Math.max(0, left(at)))) })
  }
  const send = ({ parcels }: Values): void => {
    for (const [at, line] of lines.entries())
      if (left(at) < 0)
        return setError(`parcels.${parcels.length - 1}.quantities.${at}`, { message: String(line.waiting) })
    const empty = parcels.findIndex((parcel) => parcel.quantities.every((text) => quantity(text) === 0))
    if (empty >= 0) return setError(`parcels.${empty}.quantities.0`, { type: "empty" })
    submit(
      parcels.map(({ carrier, trackingNumber, quantities }) => ({
        carrier: carrier.trim(),
        trackingNumber: trackingNumber.trim(),
        lines: lines
          .map((line, at) => ({ lineId: line.id, quantity: quantity(quantities[at]) }))
          .filter((line) => line.quantity > 0),
      })),
    )
  }
  const problem = (parcel: number, at: number): string | undefined => {
    const found = formState.errors.parcels?.[parcel]?.quantities?.[at]
    if (!found) return undefined
    if (found.type === "empty") return t("parcels.empty")
    const most = lines[at]!.waiting
    return found.message ? t("parcels.tooMany", { most }) : t("forms.between", { min: 0, max: most })
  }
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(send)(event)}>
      <FormError error={error} />
      <Text size="small" className="text-ui-fg-subtle">
        {t("care.otherParcel")}
      </Text>
      {fields.map((field, parcel) => (
        <fieldset
          key={field.id}
          aria-label={several ? t("parcels.number", { number: parcel + 1 }) : undefined}
          className={several ? "flex flex-col gap-3 rounded-lg border p-3" : "contents"}
        >
          {several && (
            <div className="flex items-center justify-between">
              <span className="text-sm font-medium">{t("parcels.number", { number: parcel + 1 })}</span>
              <Button
                type="button"
                size="small"
                variant="transparent"
                aria-label={t("parcels.removeNumber", { number: parcel + 1 })}
                onClick={() => remove(parcel)}
              >
                {t("parcels.remove")}
              </Button>
            </div>
          )}
          <ul className="grid gap-3 sm:grid-cols-2">
            {lines.map((line, at) => (
              <li key={line.id} className="flex flex-col justify-end">
                <TextField
                  label={t("seller.quantityOf", { title: line.title, most: line.waiting })}
                  inputMode="numeric"
                  error={problem(parcel, at)}
                  {...register(`parcels.${parcel}.quantities.${at}`, {
                    validate: (text) => /^\d+$/.test(text.trim()) && Number(text) <= line.waiting,
                  })}
                />
              </li>
            ))}
          </ul>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t("seller.carrier")}
              list="carriers"
              error={formState.errors.parcels?.[parcel]?.carrier && t("forms.required")}
              {...register(`parcels.${parcel}.carrier`, { required: true })}
            />
            <TextField
              label={t("seller.tracking")}
              error={formState.errors.parcels?.[parcel]?.trackingNumber && t("forms.required")}
              {...register(`parcels.${parcel}.trackingNumber`, { required: true })}
            />
          </div>
        </fieldset>
      ))}
      <datalist id="carriers">
        {(carriers.data?.carriers ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isLoading={pending}>
          {several ? t("parcels.shipAll", { count: fields.length }) : t("seller.ship")}
        </Button>
        {fields.length < MOST && lines.some((line) => line.waiting > 0) && (
          <Button type="button" variant="secondary" onClick={add}>
            {t("parcels.add")}
          </Button>
        )}
      </div>
    </form>
  )
}
