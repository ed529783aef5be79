import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"

export interface ListParams {
  page: number
  search: string
  state: string
  /** Any other filter by its name in the address. */
  get: (key: string) => string
  go: (page: number) => void
  set: (changes: Record<string, string>) => void
}

/** A list's page, search and filter live in the address: a reload or a shared link shows the same rows. */
export function useListParams(): ListParams {
  const [address, setAddress] = useSearchParams()
  const set = useCallback(
    (changes: Record<string, string>) =>
      setAddress(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: true },
      ),
    [setAddress],
  )
  return useMemo(
    () => ({
      page: Math.max(1, Number(address.get("page")) || 1),
      search: address.get("q") ?? "",
      state: address.get("state") ?? "",
      get: (key: string) => address.get(key) ?? "",
      go: (page: number) => set({ page: page > 1 ? String(page) : "" }),
      set: (changes) => set({ ...changes, page: "" }),
    }),
    [address, set],
  )
}
