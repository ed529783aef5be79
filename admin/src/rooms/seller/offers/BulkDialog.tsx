import { Button, FocusModal, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { decimalsOf, parseAmount } from "../../../i18n/money"
import { ChoiceField, TextField } from "../../../ui/Fields"
import type { Change } from "./BulkBar"

interface BulkDialogProps {
  what: "price" | "stock" | "leadTimeDays"
  count: number
  pending: boolean
  close: () => void
  submit: (change: Change) => void
}

type PriceWay = "raise" | "lower" | "discount" | "set"

/** One value for many offers. A reduction is checked offer by offer against the lowest price of its last 30 days. */
export function BulkDialog({ what, count, pending, close, submit }: BulkDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [way, setWay] = useState<PriceWay>("raise")
  const [text, setText] = useState("")
  const change = changeOf(what, way, text)
  return (
    <FocusModal open onOpenChange={(open) => !open && close()}>
      <FocusModal.Content className="mx-auto my-auto h-fit max-w-md" aria-describedby={undefined}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (change) submit(change)
          }}
        >
          <div className="flex flex-col gap-4 p-6">
            <FocusModal.Title className="text-lg font-semibold">{t(`offers.edit_${what}`)}</FocusModal.Title>
            <Text size="small" className="text-ui-fg-subtle">
              {t("offers.editCount", { count, shown: format.number(count) })}
            </Text>
            {what === "price" && (
              <ChoiceField
                label={t("offers.way")}
                value={way}
                choices={(["raise", "lower", "discount", "set"] as const).map((value) => ({
                  value,
                  label: t(`offers.way_${value}`),
                }))}
                hint={way === "discount" ? t("offers.discountHint") : undefined}
                onChange={(event) => setWay(event.target.value as PriceWay)}
              />
            )}
            <TextField
              label={
                what === "price" ? t(way === "set" ? "offers.newPrice" : "offers.percent") : t(`offers.value_${what}`)
              }
              inputMode="decimal"
              autoFocus
              value={text}
              error={text && !change ? t("forms.amount") : undefined}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <div className="flex justify-end gap-2 border-t px-6 py-3">
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={!change} isLoading={pending}>
              {t("offers.apply")}
            </Button>
          </div>
        </form>
      </FocusModal.Content>
    </FocusModal>
  )
}

/** Null while what was typed means nothing. */
export function changeOf(what: BulkDialogProps["what"], way: PriceWay, text: string): Change | null {
  if (what !== "price") {
    if (!/^\d{1,7}$/.test(text.trim())) return null
    return what === "stock" ? { stock: Number(text) } : { leadTimeDays: Number(text) }
  }
  if (way === "set") {
    const price = parseAmount(text, decimalsOf("EUR"))
    return price && price > 0 ? { price } : null
  }
  const percent = Number(text.replace("%", "").replace(",", ".").trim())
  if (!(percent > 0) || (way !== "raise" && percent >= 100) || percent > 1000) return null
  if (way === "discount") return { discountPercent: percent }
  return { pricePercent: way === "raise" ? percent : -percent }
}
