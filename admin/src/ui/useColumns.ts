import { useMemo, useState } from "react"
import type { Column } from "./DataTable"
import { isStrings, stored } from "./stored"

export interface ColumnChoices<T> {
  shown: readonly Column<T>[]
  /** Columns that may be left out, and whether they are shown. */
  choices: readonly { key: string; header: string; on: boolean }[]
  toggle: (key: string) => void
}

const mayGo = <T>(column: Column<T>, index: number): boolean => index > 0 && !column.fixed

/** The reader's choice of columns, kept in this browser under the list's name. The first column always stays. */
export function useColumns<T>(name: string | undefined, columns: readonly Column<T>[]): ColumnChoices<T> {
  const key = `gondola.columns.${name ?? ""}`
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const usual = columns.filter((column) => column.hidden).map((column) => column.key)
    return name ? stored.read(key, usual, isStrings) : usual
  })
  return useMemo(
    () => ({
      shown: columns.filter((column, index) => !mayGo(column, index) || !hidden.includes(column.key)),
      choices: columns
        .filter(mayGo)
        .map((column) => ({ key: column.key, header: column.header, on: !hidden.includes(column.key) })),
      toggle: (column) => {
        const next = hidden.includes(column) ? hidden.filter((each) => each !== column) : [...hidden, column]
        setHidden(next)
        stored.write(key, next)
      },
    }),
    [columns, hidden, key],
  )
}
