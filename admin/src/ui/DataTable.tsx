import { Button, Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  /** Figures stand to the right. */
  end?: boolean
  /** Left out on narrow screens. */
  wide?: boolean
}

interface DataTableProps<T> {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onOpen?: (row: T) => void
}

const cellClass = (column: Column<never>): string =>
  `${column.end ? "text-right tabular" : ""} ${column.wide ? "hidden md:table-cell" : ""}`

/** Scrolls by itself when narrow; a click on a row is a short cut for the link or button in its first cell. */
export function DataTable<T>({ label, columns, rows, rowKey, onOpen }: DataTableProps<T>) {
  return (
    <div className="overflow-x-auto [&_tr:last-child]:border-b-0" tabIndex={0} role="region" aria-label={label}>
      <Table className="whitespace-nowrap">
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column.key} scope="col" className={cellClass(column as Column<never>)}>
                {column.header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row
              key={rowKey(row)}
              className={onOpen ? "cursor-pointer" : ""}
              onClick={(event) => {
                if (onOpen && !(event.target as Element).closest("a,button,input,select,label")) onOpen(row)
              }}
            >
              {columns.map((column) => (
                <Table.Cell key={column.key} className={cellClass(column as Column<never>)}>
                  {column.cell(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface PagingProps {
  page: number
  pageSize: number
  total: number
  go: (page: number) => void
}

export function Paging({ page, pageSize, total, go }: PagingProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const first = Math.min(total, (page - 1) * pageSize + 1)
  const last = Math.min(total, page * pageSize)
  return (
    <nav
      aria-label={t("paging.pages")}
      className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2.5 text-sm sm:px-5"
    >
      <span className="text-ui-fg-subtle tabular">
        {t("paging.range", { first: number(first), last: number(last), total: number(total) })}
      </span>
      {pages > 1 && (
        <span className="flex items-center gap-1">
          <span className="text-ui-fg-subtle tabular px-2">
            {t("paging.page", { page: number(page), pages: number(pages) })}
          </span>
          <Button size="small" variant="transparent" disabled={page <= 1} onClick={() => go(page - 1)}>
            {t("paging.prev")}
          </Button>
          <Button size="small" variant="transparent" disabled={page >= pages} onClick={() => go(page + 1)}>
            {t("paging.next")}
          </Button>
        </span>
      )}
    </nav>
  )
}
