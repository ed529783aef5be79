"use client"

import { useEffect, useState } from "react"
import { usePathname, useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { Suspense } from "react"

/** A line at the top, and a word to screen readers, while the next page is on its way. */
function Progress() {
  const t = useTranslations("common")
  const address = `${usePathname()}?${useSearchParams().toString()}`
  const [leaving, setLeaving] = useState<string | null>(null)
  const pending = leaving === address

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented && !(event.target as Element).closest?.("a[href]")) return
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]")
      if (!link || link.target || link.origin !== location.origin) return
      const here = `${location.pathname}${location.search}`
      if (`${link.pathname}${link.search}` !== here) setLeaving(`${location.pathname}?${location.search.slice(1)}`)
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [])

  return (
    <div className="nav-progress" data-pending={pending || undefined} role="status">
      {pending ? <span className="visually-hidden">{t("loading")}</span> : null}
    </div>
  )
}

export function NavigationProgress() {
  return (
    <Suspense>
      <Progress />
    </Suspense>
  )
}
