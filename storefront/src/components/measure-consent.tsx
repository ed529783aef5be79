"use client"

import { useEffect, useSyncExternalStore } from "react"
import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { type Consent, readConsent, saveConsent, startFind } from "@/lib/find-timer"
import { paths } from "@/lib/paths"

const CHANGED = "gondola-consent"

function answerNow(): Consent | "none" {
  try {
    return readConsent(localStorage, new Date()) ?? "none"
  } catch {
    // Storage is forbidden: nothing is measured, so there is nothing to ask.
    return "no"
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener(CHANGED, changed)
  return () => removeEventListener(CHANGED, changed)
}

function answer(consent: Consent): void {
  saveConsent(localStorage, sessionStorage, consent, new Date())
  dispatchEvent(new Event(CHANGED))
}

/** Null until the browser has been asked, so that the server never guesses. */
const useConsent = () => useSyncExternalStore<Consent | "none" | null>(subscribe, answerNow, () => null)

/** Below the results of a query: asks once, with two equal buttons; starts the clock where the shopper agreed. */
export function MeasureQuestion() {
  const t = useTranslations("measure")
  const consent = useConsent()
  useEffect(() => {
    if (consent === "yes") startFind(localStorage, sessionStorage, new Date())
  }, [consent])
  if (consent !== "none") return null
  return (
    <aside className="note measure" aria-label={t("title")}>
      <p>
        {t("question")} <Link href={paths.privacy}>{t("more")}</Link>
      </p>
      <Answers consent={consent} />
    </aside>
  )
}

/** On the page about privacy: what was answered, and the way back. */
export function MeasureSetting() {
  const t = useTranslations("measure")
  const consent = useConsent()
  return (
    <section aria-labelledby="measure-title">
      <h2 id="measure-title">{t("title")}</h2>
      <p>{t("question")}</p>
      <p>{t("kept")}</p>
      <p role="status">
        <strong>{consent ? t(`now.${consent}`) : "…"}</strong>
      </p>
      <Answers consent={consent ?? "none"} />
    </section>
  )
}

function Answers({ consent }: { consent: Consent | "none" }) {
  const t = useTranslations("measure")
  return (
    <p className="measure-answers">
      {(["no", "yes"] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          aria-pressed={consent === each}
          onClick={() => answer(each)}
        >
          {t(each)}
        </button>
      ))}
    </p>
  )
}
