"use client"

import type { ReactNode } from "react"

/** Keeps its focus and place while it works, and lets nobody press twice. */
export function Submit({ pending, children, busy }: { pending: boolean; children: ReactNode; busy: ReactNode }) {
  return (
    <button
      type="submit"
      className="button button-primary button-wide"
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? busy : children}
    </button>
  )
}
