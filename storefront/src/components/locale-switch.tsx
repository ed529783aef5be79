"use client"

import { Suspense } from "react"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { Link, usePathname } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"

const NAMES = { fr: "Français", en: "English" } as const

/** The same page in the other language. */
function Switch({ locale, search }: { locale: AppLocale; search: string }) {
  const t = useTranslations("common")
  const pathname = usePathname()
  const other = locale === "fr" ? "en" : "fr"
  return (
    <Link
      className="tool tool-locale"
      href={`${pathname}${search}`}
      locale={other}
      lang={other}
      hrefLang={other}
      aria-label={`${other.toUpperCase()} — ${NAMES[other]}, ${t("switchLanguage")}`}
    >
      <span aria-hidden="true">{other.toUpperCase()}</span>
    </Link>
  )
}

function SwitchHere({ locale }: { locale: AppLocale }) {
  const search = useSearchParams().toString()
  return <Switch locale={locale} search={search ? `?${search}` : ""} />
}

export function LocaleSwitch({ locale }: { locale: AppLocale }) {
  return (
    <Suspense fallback={<Switch locale={locale} search="" />}>
      <SwitchHere locale={locale} />
    </Suspense>
  )
}
