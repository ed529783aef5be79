"use client"

import { type RefObject, useEffect, useRef } from "react"

/** After a refused answer, puts the cursor into the first field that has a problem. */
export function useFirstProblem<T extends HTMLElement>(answer: unknown): RefObject<T | null> {
  const form = useRef<T>(null)
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus()
  }, [answer])
  return form
}
