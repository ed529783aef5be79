"use client"

import { useTransition } from "react"
import { useTranslations } from "next-intl"
import { useRouter } from "@/i18n/navigation"

/** Says what happened, what is safe, what to do. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("errors")
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  return (
    <div className="page-width narrow empty" role="alert">
      <h1>{t("pageTitle")}</h1>
      <p>{t("pageText")}</p>
      <p>
        <button
          type="button"
          className="button button-primary"
          aria-disabled={pending}
          onClick={() =>
            startTransition(() => {
              router.refresh()
              reset()
            })
          }
        >
          {t("retry")}
        </button>
      </p>
    </div>
  )
}
