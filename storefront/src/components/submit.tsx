"use client"

import type { ReactNode } from "react"

interface SubmitProps {
  pending: boolean
  /** What it needs has not come yet. */
  disabled?: boolean
  children: ReactNode
  busy: ReactNode
}

/** Keeps its focus and place while it works, and lets nobody press twice. */
export function Submit({ pending, disabled = false, children, busy }: SubmitProps) {
  return (
    <button
      type="submit"
      className="button button-primary button-wide"
      aria-disabled={pending || disabled}
      onClick={(event) => (pending || disabled) && event.preventDefault()}
    >
      {pending ? busy : children}
    </button>
  )
}
