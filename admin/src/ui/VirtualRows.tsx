import { useVirtualizer } from "@tanstack/react-virtual"
import type { ReactNode } from "react"

interface VirtualRowsProps<T> {
  rows: readonly T[]
  draw: (row: T) => ReactNode
  /** What scrolls; null before it is there. */
  box: HTMLElement | null
  columns: number
}

const ROW_PX = 49
const BESIDE = 12

/** The rows in sight between two empty ones that hold the place of all others. */
export function VirtualRows<T>({ rows, draw, box, columns }: VirtualRowsProps<T>) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box,
    estimateSize: () => ROW_PX,
    overscan: BESIDE,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody>
      <Gap height={above} columns={columns} />
      {items.map((item) => draw(rows[item.index] as T))}
      <Gap height={below} columns={columns} />
    </tbody>
  )
}

const Gap = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  ) : null
