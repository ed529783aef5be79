"use client"

import { startTransition, useActionState, useEffect, useRef } from "react"
import { useTranslations } from "next-intl"
import { orderNow } from "@/actions/checkout"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

/** Places the order of a payment that the bank has let pass; a reload places the same one. */
export function FinishOrder({ cartId }: { cartId: string }) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, place] = useActionState(orderNow, null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    // The secret of the payment leaves the address bar and the history.
    window.history.replaceState(null, "", `${window.location.pathname}?cart=${encodeURIComponent(cartId)}`)
    const form = new FormData()
    form.set("cartId", cartId)
    startTransition(() => place(form))
  }, [cartId, place])
  if (!outcome) return <p role="status">{t("card.finishing")}</p>
  return (
    <div className="note note-danger" role="alert">
      <p>{tErrors(outcome.code)}</p>
      <p>
        <Link href={paths.checkoutReview}>{t("card.otherCard")}</Link>
      </p>
    </div>
  )
}
