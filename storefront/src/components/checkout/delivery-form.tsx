"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { saveDelivery } from "@/actions/checkout"
import { Submit } from "../submit"
import { useFirstProblem } from "../use-first-problem"

export interface DeliveryGroup {
  handle: string
  seller: string
  items: string
  chosen: string | null
  options: { id: string; name: string; days: string; price: string }[]
}

export function DeliveryForm({ groups }: { groups: DeliveryGroup[] }) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(saveDelivery, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  return (
    <form ref={form} action={act} className="form" key={outcome?.at ?? 0}>
      {outcome ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}
        </p>
      ) : null}
      {groups.map((group) => (
        <fieldset key={group.handle}>
          <legend>{t("delivery.legend", { seller: group.seller })}</legend>
          <p className="muted">{group.items}</p>
          {group.options.length === 0 ? (
            <p className="note note-danger">{t("delivery.none", { seller: group.seller })}</p>
          ) : null}
          {group.options.map((option, index) => (
            <label key={option.id} className="choice">
              <input
                type="radio"
                name={`delivery.${group.handle}`}
                value={option.id}
                required
                defaultChecked={group.chosen ? option.id === group.chosen : index === 0}
              />
              <span className="choice-text">
                <strong>{option.name}</strong>
                <span className="muted">{option.days}</span>
              </span>
              <span>{option.price}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Submit pending={pending} busy={t("saving")}>
        {t("delivery.continue")}
      </Submit>
    </form>
  )
}
