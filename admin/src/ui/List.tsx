import type { ReactNode } from "react"
import { ColumnChoice } from "./ColumnChoice"
import type { Column } from "./DataTable"
import { DataTable } from "./DataTable"
import { ExportButton } from "./ExportButton"
import type { PageOf } from "./exportRows"
import { Answer, EmptyNote } from "./Feedback"
import type { Filter } from "./ListBar"
import { ListBar } from "./ListBar"
import { Paging } from "./Paging"
import { Panel } from "./Panel"
import { SavedViews } from "./SavedViews"
import { SelectionBar } from "./SelectionBar"
import { useColumns } from "./useColumns"
import type { ListParams } from "./useListParams"
import { useSelection } from "./useSelection"

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
  filter?: Filter
  filters?: readonly Filter[]
  /** A name turns on saved views and the column choice, kept under it: "seller.offers". */
  name?: string
  /** Buttons for the ticked rows; turns the tick boxes on. Call `clear` when the change is done. */
  bulk?: (keys: readonly string[], clear: () => void) => ReactNode
  /** Names a row for the reader of its tick box. */
  rowName?: (row: T) => string
  /** One page of 100 with the list's filters; turns the export on for the columns that have `csv`. */
  exportPage?: (page: number) => Promise<PageOf<T>>
  /** More tools beside saved views, columns and export. */
  tools?: ReactNode
}

/** Every list of the portal: search and filter in the address, table, paging, and what to say when there is nothing. */
export function List<R, T>(props: ListProps<R, T>) {
  const { label, query, pick, columns, rowKey, params, onOpen, empty, search, filter, name, bulk, rowName } = props
  const filters = [...(filter ? [filter] : []), ...(props.filters ?? [])]
  const { shown, choices, toggle } = useColumns(name, columns)
  const selection = useSelection()
  const tools = (name || props.exportPage || props.tools) && (
    <>
      {props.tools}
      {name && <SavedViews name={name} />}
      {name && <ColumnChoice choices={choices} toggle={toggle} />}
      {props.exportPage && <ExportButton name={name ?? label} columns={columns} load={props.exportPage} />}
    </>
  )
  return (
    <>
      <Panel flush>
        {(search || filters.length > 0 || tools) && (
          <ListBar params={params} search={search} filters={filters} tools={tools || undefined} />
        )}
        <Answer query={query} rows={8}>
          {(data) => {
            const list = pick(data)
            if (list.items.length === 0) return <EmptyNote {...empty} />
            return (
              <>
                <DataTable
                  label={label}
                  columns={shown}
                  rows={list.items}
                  rowKey={rowKey}
                  rowName={rowName}
                  onOpen={onOpen}
                  selection={bulk ? selection : undefined}
                />
                <Paging page={list.page} pageSize={list.pageSize} total={list.total} go={params.go} />
              </>
            )
          }}
        </Answer>
      </Panel>
      {bulk && (
        <SelectionBar count={selection.ticked.size} clear={selection.clear}>
          {bulk([...selection.ticked], selection.clear)}
        </SelectionBar>
      )}
    </>
  )
}
