"use client"

import dynamic from "next/dynamic"
import { useTranslations } from "next-intl"
import type { AppLocale } from "@/i18n/routing"

export interface CardPaymentProps {
  cartId: string
  locale: AppLocale
  /** Of the payment of this basket at Stripe. */
  clientSecret: string
  publishableKey: string
}

/** Stripe's libraries weigh on this page only, and only once a card is asked for. */
const CardForm = dynamic(() => import("./card-form"), { ssr: false, loading: Waiting })

export const CardPayment = (props: CardPaymentProps) => <CardForm {...props} />

function Waiting() {
  const t = useTranslations("forms")
  return (
    <p className="muted" role="status">
      {t("card.loading")}
    </p>
  )
}
