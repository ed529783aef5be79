"use client"

import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js"
import type { Stripe, StripeElementsOptions } from "@stripe/stripe-js"
import { loadStripe } from "@stripe/stripe-js/pure"
import { startTransition, useActionState, useEffect, useRef, useState } from "react"
import { useTranslations } from "next-intl"
import { orderNow } from "@/actions/checkout"
import { paths } from "@/lib/paths"
import type { CardPaymentProps } from "./card-payment"
import { paymentStep } from "./payment-step"
import { Submit } from "../submit"

/** The look of the shop's own fields, inside Stripe's frame. */
const APPEARANCE: StripeElementsOptions["appearance"] = {
  theme: "stripe",
  variables: { colorPrimary: "#0f5a4b", colorDanger: "#b3261e", borderRadius: "8px", fontSizeBase: "16px" },
}

/** One Stripe a page and key: the script is fetched once, and again after it failed. */
const loading = new Map<string, Promise<Stripe | null>>()
function stripeOf(key: string): Promise<Stripe | null> {
  const known = loading.get(key)
  if (known) return known
  const load = loadStripe(key)
  loading.set(key, load)
  load.catch(() => loading.delete(key))
  return load
}

export default function CardForm(props: CardPaymentProps) {
  const t = useTranslations("forms")
  const [tries, setTries] = useState(0)
  const [stripe, setStripe] = useState<Stripe | "failed">()
  useEffect(() => {
    let left = false
    stripeOf(props.publishableKey).then(
      (loaded) => left || setStripe(loaded ?? "failed"),
      () => left || setStripe("failed"),
    )
    return () => {
      left = true
    }
  }, [props.publishableKey, tries])
  if (stripe === "failed")
    return (
      <div className="note note-danger" role="alert">
        <p>{t("card.unavailable")}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            setStripe(undefined)
            setTries(tries + 1)
          }}
        >
          {t("card.again")}
        </button>
      </div>
    )
  if (!stripe)
    return (
      <p className="muted" role="status">
        {t("card.loading")}
      </p>
    )
  const { clientSecret, locale } = props
  return (
    <Elements stripe={stripe} options={{ clientSecret, locale, appearance: APPEARANCE }}>
      <Confirm {...props} />
    </Elements>
  )
}

/**
 * One press confirms the card and places the order. What is wrong with the card is said beside its fields, and the same
 * payment may be tried again; a second press while the first is under way does nothing.
 */
function Confirm({ cartId, locale }: CardPaymentProps) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const stripe = useStripe()
  const elements = useElements()
  const [outcome, place, placing] = useActionState(orderNow, null)
  const [ready, setReady] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [problem, setProblem] = useState<string>()
  const busy = useRef(false)
  const alert = useRef<HTMLParagraphElement>(null)
  const said = problem ?? (outcome ? tErrors(outcome.code) : undefined)
  useEffect(() => {
    if (said) alert.current?.focus()
  }, [said, outcome])

  async function pay(): Promise<void> {
    if (!stripe || !elements || busy.current) return
    busy.current = true
    setConfirming(true)
    setProblem(undefined)
    try {
      const form = new FormData()
      form.set("cartId", cartId)
      const back = new URL(`/${locale}${paths.checkoutReturn}`, window.location.origin)
      back.searchParams.set("cart", cartId)
      const step = await paymentStep(stripe, elements, back.toString())
      if (step.kind === "placed") return startTransition(() => place(form))
      setProblem(step.message ?? t(step.kind === "fields" ? "card.fields" : "card.refused"))
    } catch {
      setProblem(t("card.unknown"))
    } finally {
      busy.current = false
      setConfirming(false)
    }
  }

  return (
    <form
      className="form"
      aria-labelledby="card-title"
      onSubmit={(event) => {
        event.preventDefault()
        void pay()
      }}
    >
      <h3 id="card-title">{t("card.title")}</h3>
      <div>
        <PaymentElement onReady={() => setReady(true)} onLoadError={() => setProblem(t("card.unavailable"))} />
      </div>
      {said ? (
        <p ref={alert} className="note note-danger" role="alert" tabIndex={-1}>
          {said}
        </p>
      ) : null}
      <Submit pending={confirming || placing} busy={t(placing ? "ordering" : "card.confirming")} disabled={!ready}>
        {t("orderNow")}
      </Submit>
      <p className="muted">{t("card.note")}</p>
    </form>
  )
}
