"use client"

import { useActionState, useEffect, useRef } from "react"
import { useTranslations } from "next-intl"
import { addToBasket } from "@/actions/basket"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { noteFind } from "./find-clock"
import { Icon } from "./icon"

const MOST_AT_ONCE = 10

interface AddToBasketProps {
  /** Of the catalogue. */
  productId: string
  variantId: string
  available: number
  /** Says what is added when several such buttons stand on a page. */
  label?: string
  compact?: boolean
}

export function AddToBasket({ productId, variantId, available, label, compact = false }: AddToBasketProps) {
  const t = useTranslations("buy")
  const [outcome, act, pending] = useActionState(addToBasket, null)
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (outcome?.result !== "added") return
    dialog.current?.showModal()
    noteFind(productId)
  }, [outcome, productId])

  const quantities = Array.from({ length: Math.min(available, MOST_AT_ONCE) }, (_, index) => index + 1)
  return (
    <>
      <form action={act} className={compact ? "add add-compact" : "add"}>
        <input type="hidden" name="variantId" value={variantId} />
        {compact ? (
          <input type="hidden" name="quantity" value="1" />
        ) : (
          <label className="add-quantity">
            <span>{t("quantity")}</span>
            <select name="quantity" defaultValue="1">
              {quantities.map((number) => (
                <option key={number}>{number}</option>
              ))}
            </select>
          </label>
        )}
        <button
          type="submit"
          className={compact ? "button button-small" : "button button-buy"}
          aria-label={label}
          aria-disabled={pending}
          onClick={(event) => pending && event.preventDefault()}
        >
          {compact ? null : <Icon name="basket" />}
          {pending ? t("adding") : t("add")}
        </button>
        {outcome && outcome.result !== "added" ? (
          <p className="field-error" role="alert">
            {outcome.result === "outOfStock" ? t("outOfStock") : t("failed")}
          </p>
        ) : null}
      </form>
      <dialog ref={dialog} className="modal" aria-labelledby={`added-${variantId}`}>
        <p id={`added-${variantId}`} className="modal-title">
          <Icon name="check" /> {t("added")}
        </p>
        <div className="modal-actions">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t("continue")}
          </button>
          <Link className="button button-primary" href={paths.basket} onClick={() => dialog.current?.close()}>
            {t("seeBasket")}
          </Link>
        </div>
      </dialog>
    </>
  )
}
