import { Bookmarks, Trash } from "@medusajs/icons"
import { Button, Input, Popover } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { graphql } from "../api/graphql"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { type SavedView, viewQuery } from "./views"

const ViewsQuery = graphql(`
  query SavedViews($list: String!) {
    savedViews(list: $list) {
      name
      query
    }
  }
`)
const SaveMutation = graphql(`
  mutation SaveView($list: String!, $name: String!, $query: String!) {
    saveView(list: $list, name: $name, query: $query) {
      name
    }
  }
`)
const ForgetMutation = graphql(`
  mutation ForgetView($list: String!, $name: String!) {
    forgetView(list: $list, name: $name) {
      name
    }
  }
`)

const NONE: readonly SavedView[] = []

/** Filters saved under a name, kept with the person under the list's name; a click brings them back on any device. */
export function SavedViews({ name }: { name: string }) {
  const { t } = useTranslation()
  const [address, setAddress] = useSearchParams()
  const [open, setOpen] = useState(false)
  const [newName, setNewName] = useState("")
  const query = viewQuery(address)
  // The plain list asks for nothing: only filters may be somebody's view.
  const views = useRoomQuery(ViewsQuery, { list: name }, { enabled: open || query !== "" }).data?.savedViews ?? NONE
  const save = useRoomMutation(SaveMutation, { done: () => setNewName("") })
  const forget = useRoomMutation(ForgetMutation)
  const current = views.find((view) => view.query === query)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary">
          <Bookmarks aria-hidden /> <span className="max-w-[10rem] truncate">{current?.name ?? t("list.views")}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" className="w-72 p-2" aria-label={t("list.views")}>
        {views.length === 0 && <p className="text-ui-fg-subtle px-2 py-1 text-sm">{t("list.noViews")}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.name} className="flex items-center gap-1">
              <button
                type="button"
                aria-pressed={view === current}
                className={`hover:bg-ui-bg-base-hover min-h-9 min-w-0 flex-1 truncate rounded-md px-2 text-left text-sm ${view === current ? "font-medium" : ""}`}
                onClick={() => {
                  setAddress(new URLSearchParams(view.query))
                  setOpen(false)
                }}
              >
                {view.name}
              </button>
              <Button
                size="small"
                variant="transparent"
                aria-label={t("list.forgetView", { name: view.name })}
                onClick={() => forget.mutate({ list: name, name: view.name })}
              >
                <Trash />
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="mt-2 flex gap-2 border-t pt-2"
          onSubmit={(event) => {
            event.preventDefault()
            const wanted = newName.trim()
            if (!wanted) return
            save.mutate({ list: name, name: wanted.slice(0, 60), query })
          }}
        >
          <Input
            size="small"
            className="min-w-0 flex-1"
            value={newName}
            maxLength={60}
            aria-label={t("list.viewName")}
            placeholder={t("list.viewName")}
            onChange={(event) => setNewName(event.target.value)}
          />
          <Button size="small" type="submit" variant="secondary" disabled={!newName.trim()} isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </form>
      </Popover.Content>
    </Popover>
  )
}
