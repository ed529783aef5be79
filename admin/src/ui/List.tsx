import type { ReactNode } from "react"
import type { Column } from "./DataTable"
import { DataTable, Paging } from "./DataTable"
import { Answer, EmptyNote } from "./Feedback"
import { ListBar } from "./ListBar"
import { Panel } from "./Panel"
import type { ListParams } from "./useListParams"

interface PageOf<T> {
  items: readonly T[]
  total: number
  page: number
  pageSize: number
}

interface ListProps<R, T> {
  label: string
  query: { data: R | undefined; error: unknown; isLoading: boolean; refetch: () => unknown }
  pick: (data: R) => PageOf<T>
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  params: ListParams
  onOpen?: (row: T) => void
  empty: { title: string; hint?: ReactNode; action?: ReactNode }
  search?: string
  filter?: { label: string; options: readonly { value: string; label: string }[] }
}

/** Every list of the portal: search and filter in the address, table, paging, and what to say when there is nothing. */
export function List<R, T>({
  label,
  query,
  pick,
  columns,
  rowKey,
  params,
  onOpen,
  empty,
  search,
  filter,
}: ListProps<R, T>) {
  return (
    <Panel flush>
      {(search || filter) && <ListBar params={params} search={search} filter={filter} />}
      <Answer query={query} rows={8}>
        {(data) => {
          const list = pick(data)
          if (list.items.length === 0) return <EmptyNote {...empty} />
          return (
            <>
              <DataTable label={label} columns={columns} rows={list.items} rowKey={rowKey} onOpen={onOpen} />
              <Paging page={list.page} pageSize={list.pageSize} total={list.total} go={params.go} />
            </>
          )
        }}
      </Answer>
    </Panel>
  )
}
