"use client"

import { useEffect } from "react"
import { graphql } from "@/graphql/graphql"
import { usePathname } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { askFromBrowser } from "@/lib/browser-api"
import { cameFromOutside, pageKind } from "@/lib/page-kind"

const NotePage = graphql(`
  mutation NotePage($kind: PageKind!, $locale: Locale!, $productId: ID, $entry: Boolean!) {
    notePage(kind: $kind, locale: $locale, productId: $productId, entry: $entry)
  }
`)

/** The first page of a document decides whether a session began; what is opened from it did not come from outside. */
let arrived = false

function isEntry(): boolean {
  if (arrived) return false
  arrived = true
  const [timing] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  return cameFromOutside({ referrer: document.referrer, origin: location.origin, navigation: timing?.type })
}

/**
 * Counts pages and sessions. Nothing that tells one shopper from another is sent, and nothing is kept in the browser.
 * A product page counts itself, for only it knows its product.
 */
export function CountPage({ locale, productId }: { locale: AppLocale; productId?: string }) {
  const path = usePathname()
  useEffect(() => {
    const kind = pageKind(path)
    if ((kind === "product") !== (productId !== undefined)) return
    const variables = { kind, locale, productId: productId ?? null, entry: isEntry() }
    // A lost count must never disturb the shopper.
    askFromBrowser(NotePage, variables, { keepalive: true }).catch(() => undefined)
  }, [path, locale, productId])
  return null
}
