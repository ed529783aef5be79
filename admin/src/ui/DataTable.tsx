import { Table } from "@medusajs/ui"
import type { KeyboardEvent, ReactNode } from "react"
import { useState } from "react"
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
  /** Says itself what it is: it has no heading on a phone's card. */
  plain?: boolean
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
  [
    column.end ? "text-right tabular" : "",
    column.wide ? "hidden md:table-cell" : "",
    // Buttons stay in reach while the rest of a wide row slides under them.
    column.fixed ? "md:sticky md:right-0 md:bg-inherit md:pl-2" : "",
  ].join(" ")

/** So many columns fit a phone side by side; of more each row becomes a card. */
const FIT_A_PHONE = 2

/** From here on only the rows in sight are drawn. */
const VIRTUAL_FROM = 150

/** Scrolls by itself when narrow; a click on a row is a short cut for the link or button in its first cell. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, selection } = props
  const { t } = useTranslation()
  // Not a ref: the rows are drawn before their box is there, and again once it is.
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const keys = selection ? rows.map(rowKey) : []
  const long = rows.length > VIRTUAL_FROM
  const cards = !long && columns.filter((column) => !column.wide).length > FIT_A_PHONE
  const row = (each: T) => <Row key={rowKey(each)} row={each} keys={keys} {...props} />
  return (
    <div
      ref={setBox}
      className={`overflow-x-auto [&_td]:pr-4 [&_th]:pr-4 [&_tr:last-child]:border-b-0 ${
        long ? "max-h-[70vh] overflow-y-auto" : ""
      } ${cards ? "g-cards" : ""}`}
      tabIndex={0}
      role="region"
      aria-label={label}
      onKeyDown={stepByArrows}
    >
      {/* The roles are said, for rows drawn as cards are no table any more to a browser. */}
      <Table role="table" className="whitespace-nowrap" aria-rowcount={long ? rows.length + 1 : undefined}>
        <Table.Header role="rowgroup" className={long ? "bg-ui-bg-base sticky top-0 z-10" : ""}>
          <Table.Row role="row">
            {selection && (
              <Table.HeaderCell role="columnheader" scope="col" className="w-10">
                <TickBox
                  label={t("list.tickPage")}
                  state={pageTick(selection.ticked, keys)}
                  toggle={() => selection.togglePage(keys)}
                />
              </Table.HeaderCell>
            )}
            {columns.map((column) => (
              <Table.HeaderCell
                key={column.key}
                role="columnheader"
                scope="col"
                className={cellClass(column as Column<never>)}
              >
                {column.header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        {long ? (
          <VirtualRows rows={rows} draw={row} box={box} columns={columns.length + (selection ? 1 : 0)} />
        ) : (
          <Table.Body role="rowgroup">{rows.map(row)}</Table.Body>
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
      role="row"
      data-row
      className={`${onOpen ? "cursor-pointer" : ""} ${ticked ? "bg-ui-bg-highlight" : ""}`}
      onClick={(event) => {
        if (onOpen && !(event.target as Element).closest("a,button,input,select,label")) onOpen(row)
      }}
    >
      {selection && (
        <Table.Cell role="cell" className="w-10" data-tick>
          <TickBox
            label={t("list.tickRow", { name: rowName?.(row) ?? key })}
            state={ticked ? "all" : "none"}
            toggle={(range) => selection.toggle(key, keys, range)}
          />
        </Table.Cell>
      )}
      {columns.map((column, i) => (
        <Table.Cell
          key={column.key}
          role="cell"
          className={cellClass(column as Column<never>)}
          data-lead={i === 0 || undefined}
          data-label={i === 0 || column.fixed || column.plain ? undefined : column.header}
        >
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
