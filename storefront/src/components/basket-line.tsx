"use client"

import { useActionState, useRef } from "react"
import { useTranslations } from "next-intl"
import { changeLine } from "@/actions/basket"
import { Icon } from "./icon"

const MOST_AT_ONCE = 10

interface LineControlsProps {
  lineId: string
  title: string
  quantity: number
  available: number
}

export function LineControls({ lineId, title, quantity, available }: LineControlsProps) {
  const t = useTranslations("basket")
  const [outcome, act, pending] = useActionState(changeLine, null)
  const form = useRef<HTMLFormElement>(null)
  const most = Math.max(quantity, Math.min(available, MOST_AT_ONCE))
  const problem = outcome?.result === "outOfStock" ? t("notEnough") : outcome?.result === "failed" ? t("failed") : null
  return (
    <div className="line-controls" aria-busy={pending}>
      <form ref={form} action={act}>
        <input type="hidden" name="lineId" value={lineId} />
        <label>
          <span className="visually-hidden">{t("quantityOf", { title })}</span>
          <select
            key={quantity}
            name="quantity"
            defaultValue={quantity}
            onChange={() => form.current?.requestSubmit()}
            aria-describedby={problem ? `${lineId}-problem` : undefined}
          >
            {Array.from({ length: most }, (_, index) => index + 1).map((number) => (
              <option key={number}>{number}</option>
            ))}
          </select>
        </label>
        <noscript>
          <button type="submit" className="button button-small">
            {t("change")}
          </button>
        </noscript>
      </form>
      <form action={act}>
        <input type="hidden" name="lineId" value={lineId} />
        <input type="hidden" name="quantity" value="0" />
        <button type="submit" className="link-button" aria-label={t("removeOf", { title })}>
          <Icon name="trash" size={16} /> {t("remove")}
        </button>
      </form>
      <p className="visually-hidden" role="status">
        {pending ? t("changing") : outcome?.result === "changed" ? t("changed") : ""}
      </p>
      {problem ? (
        <p id={`${lineId}-problem`} className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
