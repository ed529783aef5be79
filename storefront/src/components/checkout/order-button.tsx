"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { orderNow } from "@/actions/checkout"
import { Submit } from "../submit"

/** The button of L221-14. */
export function OrderButton({ cartId }: { cartId: string }) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(orderNow, null)
  return (
    <form action={act}>
      <input type="hidden" name="cartId" value={cartId} />
      {outcome ? (
        <p className="note note-danger" role="alert">
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <Submit pending={pending} busy={t("ordering")}>
        {t("orderNow")}
      </Submit>
    </form>
  )
}
