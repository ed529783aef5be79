import { Button, Drawer, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Picture } from "../../../ui/Picture"
import { SidePanel } from "../../../ui/SidePanel"
import type { Sheet } from "./queries"
import { ItemsQuery, MergeMutation } from "./queries"

/** Chooses the sheet that stays; this one's offers, numbers and address follow to it. */
export function MergeDrawer({ sheet, close }: { sheet: Sheet; close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [search, setSearch] = useState(sheet.item.title.split(" ").slice(0, 2).join(" "))
  const [into, setInto] = useState("")
  const [reason, setReason] = useState("")
  const query = useRoomQuery(ItemsQuery, { search, pageSize: 10 })
  const merge = useRoomMutation(MergeMutation, {
    said: t("catalogue.merged"),
    quiet: true,
    done: () => {
      close()
      void navigate(`/operator/catalogue/${into}`)
    },
  })
  return (
    <SidePanel title={t("catalogue.mergeTitle", { title: sheet.item.title })} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
        <FormError error={merge.error} />
        <Text size="small" className="text-ui-fg-subtle">
          {t("catalogue.mergeText")}
        </Text>
        <Input
          size="small"
          value={search}
          aria-label={t("catalogue.search")}
          placeholder={t("catalogue.search")}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Answer query={query} rows={4}>
          {({ catalogueItems }) => {
            const others = catalogueItems.items.filter((item) => item.id !== sheet.item.id)
            if (others.length === 0) return <EmptyNote title={t("catalogue.none")} />
            return (
              <ul className="flex flex-col gap-1">
                {others.map((item) => (
                  <li key={item.id}>
                    <label
                      className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-md border px-3 py-2 text-sm ${into === item.id ? "border-ui-border-interactive bg-ui-bg-highlight" : ""}`}
                    >
                      <input type="radio" name="into" checked={into === item.id} onChange={() => setInto(item.id)} />
                      <Picture src={item.image} />
                      <span className="min-w-0">
                        <span className="block truncate font-medium">{item.title}</span>
                        <span className="text-ui-fg-muted text-xs">{item.brand ?? "–"}</span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
            )
          }}
        </Answer>
        <TextareaField
          label={t("operator.reason")}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Drawer.Body>
      <Drawer.Footer>
        <Button variant="secondary" onClick={close}>
          {t("common.cancel")}
        </Button>
        <Button
          disabled={!into || !reason.trim()}
          isLoading={merge.isPending}
          onClick={() => merge.mutate({ fromId: sheet.item.id, intoId: into, reason })}
        >
          {t("catalogue.merge")}
        </Button>
      </Drawer.Footer>
    </SidePanel>
  )
}
