import { Table } from "@medusajs/ui"
import type { KeyboardEvent, ReactNode } from "react"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { pageTick } from "./selection"
import { TickBox } from "./TickBox"
import type { Selection } from "./useSelection"
import { VirtualRows } from "./VirtualRows"

export { Paging } from "./Paging"

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  /** Figures stand to the right. */
  end?: boolean
  /** Left out on narrow screens. */
  wide?: boolean
  /** Left out until the reader chooses it (lists with a column choice). */
  hidden?: boolean
  /** Always there, so not offered in the column choice: buttons. */
  fixed?: boolean
  /** What an export writes; a column without it is not exported. */
  csv?: (row: T) => string
}

interface DataTableProps<T> {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onOpen?: (row: T) => void
  selection?: Selection
  /** Names a row for the reader of its tick box; its key otherwise. */
  rowName?: (row: T) => string
}

const cellClass = (column: Column<never>): string =>
  `${column.end ? "text-right tabular" : ""} ${column.wide ? "hidden md:table-cell" : ""}`

/** From here on only the rows in sight are drawn. */
const VIRTUAL_FROM = 150

/** Scrolls by itself when narrow; a click on a row is a short cut for the link or button in its first cell. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, selection } = props
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const keys = selection ? rows.map(rowKey) : []
  const long = rows.length > VIRTUAL_FROM
  const row = (each: T) => <Row key={rowKey(each)} row={each} keys={keys} {...props} />
  return (
    <div
      ref={box}
      className={`overflow-x-auto [&_tr:last-child]:border-b-0 ${long ? "max-h-[70vh] overflow-y-auto" : ""}`}
      tabIndex={0}
      role="region"
      aria-label={label}
      onKeyDown={stepByArrows}
    >
      <Table className="whitespace-nowrap" aria-rowcount={long ? rows.length + 1 : undefined}>
        <Table.Header className={long ? "bg-ui-bg-base sticky top-0 z-10" : ""}>
          <Table.Row>
            {selection && (
              <Table.HeaderCell scope="col" className="w-10">
                <TickBox
                  label={t("list.tickPage")}
                  state={pageTick(selection.ticked, keys)}
                  toggle={() => selection.togglePage(keys)}
                />
              </Table.HeaderCell>
            )}
            {columns.map((column) => (
              <Table.HeaderCell key={column.key} scope="col" className={cellClass(column as Column<never>)}>
                {column.header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        {long ? (
          <VirtualRows rows={rows} draw={row} box={box} columns={columns.length + (selection ? 1 : 0)} />
        ) : (
          <Table.Body>{rows.map(row)}</Table.Body>
        )}
      </Table>
    </div>
  )
}

function Row<T>(props: DataTableProps<T> & { row: T; keys: readonly string[] }) {
  const { row, columns, rowKey, rowName, onOpen, selection, keys } = props
  const { t } = useTranslation()
  const key = rowKey(row)
  const ticked = selection?.ticked.has(key)
  return (
    <Table.Row
      data-row
      className={`${onOpen ? "cursor-pointer" : ""} ${ticked ? "bg-ui-bg-highlight" : ""}`}
      onClick={(event) => {
        if (onOpen && !(event.target as Element).closest("a,button,input,select,label")) onOpen(row)
      }}
    >
      {selection && (
        <Table.Cell className="w-10">
          <TickBox
            label={t("list.tickRow", { name: rowName?.(row) ?? key })}
            state={ticked ? "all" : "none"}
            toggle={(range) => selection.toggle(key, keys, range)}
          />
        </Table.Cell>
      )}
      {columns.map((column) => (
        <Table.Cell key={column.key} className={cellClass(column as Column<never>)}>
          {column.cell(row)}
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

/** Up and down go from row to row, keeping the place within it. */
function stepByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
  const control = (event.target as Element).closest<HTMLElement>("a,button,input[type=checkbox]")
  const row = control?.closest("[data-row]")
  if (!control || !row) return
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling
  const place = controlsOf(row).indexOf(control)
  const controls = next ? controlsOf(next) : []
  const target = controls[Math.min(place, controls.length - 1)]
  if (!target) return
  event.preventDefault()
  target.focus()
}

const controlsOf = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>("a,button,input[type=checkbox]"),
]
