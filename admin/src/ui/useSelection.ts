import { useCallback, useMemo, useRef, useState } from "react"
import type { Ticked } from "./selection"
import { tickedRange, toggled, toggledPage } from "./selection"

export interface Selection {
  ticked: Ticked
  /** `shown` are the rows on screen: with `range`, all between the last tick and this one. */
  toggle: (key: string, shown: readonly string[], range: boolean) => void
  togglePage: (shown: readonly string[]) => void
  clear: () => void
}

/** Ticked rows of a list; they stay while one turns its pages. */
export function useSelection(): Selection {
  const [ticked, setTicked] = useState<Ticked>(new Set())
  const last = useRef<string>(undefined)
  const toggle = useCallback((key: string, shown: readonly string[], range: boolean) => {
    const from = last.current
    last.current = key
    setTicked((before) => (range && from ? tickedRange(before, shown, { from, to: key }) : toggled(before, key)))
  }, [])
  const togglePage = useCallback((shown: readonly string[]) => setTicked((before) => toggledPage(before, shown)), [])
  const clear = useCallback(() => setTicked(new Set()), [])
  return useMemo(() => ({ ticked, toggle, togglePage, clear }), [ticked, toggle, togglePage, clear])
}
