import { Input, Select } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListParams } from "./useListParams"

interface ListBarProps {
  params: ListParams
  search?: string
  filter?: { label: string; options: readonly { value: string; label: string }[] }
}

const ALL = "all"
const TYPING_MS = 300

export function ListBar({ params, search, filter }: ListBarProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(params.search)
  const { set, search: current } = params
  useEffect(() => {
    if (text === current) return
    const timer = setTimeout(() => set({ q: text }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, current, set])
  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-3 sm:px-5">
      {search && (
        <div className="w-full sm:w-80">
          <Input
            type="text"
            role="searchbox"
            size="small"
            value={text}
            placeholder={search}
            aria-label={search}
            onChange={(e) => setText(e.target.value)}
          />
        </div>
      )}
      {filter && (
        <div className="w-full sm:w-52">
          <Select
            size="small"
            value={params.state || ALL}
            onValueChange={(value) => set({ state: value === ALL ? "" : value })}
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
      )}
    </div>
  )
}
