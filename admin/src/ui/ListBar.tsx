import { Button, Input, Select } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useEffect, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListParams } from "./useListParams"

export interface Filter {
  /** Its name in the address; `state` when left out. */
  key?: string
  label: string
  options: readonly { value: string; label: string }[]
}

interface ListBarProps {
  params: ListParams
  search?: string
  filters?: readonly Filter[]
  /** Saved views, columns, export. */
  tools?: ReactNode
}

const ALL = "all"
const TYPING_MS = 300

export function ListBar({ params, search, filters = [], tools }: ListBarProps) {
  const { search: current, set } = params
  const [text, setText] = useState(current)
  // What this field wrote itself must not come back over letters typed since; what a saved view wrote must.
  const written = useRef(current)
  useEffect(() => {
    if (current === written.current) return
    written.current = current
    setText(current)
  }, [current])
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      set({ q: text })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, set])
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  const on = filters.filter((filter) => params.get(filter.key ?? "state")).length
  // On a phone a stack of choices would push the list out of sight.
  const folded = filters.length + (tools ? 1 : 0) > 1
  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-3 sm:px-5">
      {search && (
        <div className="min-w-0 flex-1 sm:w-80 sm:flex-none">
          <Input
            type="text"
            role="searchbox"
            size="small"
            value={text}
            placeholder={search}
            aria-label={search}
            data-list-search
            onChange={(e) => setText(e.target.value)}
          />
        </div>
      )}
      {folded && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="sm:hidden"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {on > 0 ? t("list.filtersOn", { shown: on }) : t("list.filters")}
        </Button>
      )}
      <div id={id} className={folded && !open ? "hidden sm:contents" : "contents"}>
        {filters.map((filter) => (
          <FilterChoice key={filter.key ?? "state"} filter={filter} params={params} />
        ))}
        {tools && <div className="flex flex-wrap gap-2 sm:ml-auto">{tools}</div>}
      </div>
    </div>
  )
}

function FilterChoice({ filter, params }: { filter: Filter; params: ListParams }) {
  const { t } = useTranslation()
  const key = filter.key ?? "state"
  return (
    <div className="w-full sm:w-52">
      <Select
        size="small"
        value={params.get(key) || ALL}
        onValueChange={(value) => params.set({ [key]: value === ALL ? "" : value })}
      >
        <Select.Trigger aria-label={filter.label}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{t("common.all", { what: filter.label })}</Select.Item>
          {filter.options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
