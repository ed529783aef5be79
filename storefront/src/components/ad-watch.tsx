"use client"

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react"
import { clickAd, recordAdEvent } from "./ad-events"

const VIEWABLE_SHARE = 0.5
const VIEWABLE_MS = 1000

/** Reports a paid place: shown, seen (half of it for a second), followed. Nothing is stored in the browser. */
export function AdWatch({ token, slot, children }: { token: string; slot: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = place.current
    if (!element) return
    recordAdEvent({ token, slot, kind: "IMPRESSION" })
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer)
        if (!entry || entry.intersectionRatio < VIEWABLE_SHARE) return
        timer = setTimeout(() => {
          if (document.visibilityState !== "visible") return
          recordAdEvent({ token, slot, kind: "VIEWABLE" })
          observer.disconnect()
        }, VIEWABLE_MS)
      },
      { threshold: [0, VIEWABLE_SHARE] },
    )
    observer.observe(element)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [token, slot])

  const onFollow = (event: MouseEvent) => {
    if (event.button <= 1 && (event.target as Element).closest(".tile-link")) clickAd(token, slot)
  }
  return (
    <div ref={place} className="ad" onClick={onFollow} onAuxClick={onFollow}>
      {children}
    </div>
  )
}
