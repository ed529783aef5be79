import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

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
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
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
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <Table.Pagination
      count={total}
      pageSize={pageSize}
      pageIndex={page - 1}
      pageCount={pages}
      canPreviousPage={page > 1}
      canNextPage={page < pages}
      previousPage={() => go(page - 1)}
      nextPage={() => go(page + 1)}
      translations={{
        of: t("paging.of"),
        results: t("paging.results"),
        pages: t("paging.pages"),
        prev: t("paging.prev"),
        next: t("paging.next"),
      }}
    />
  )
}
