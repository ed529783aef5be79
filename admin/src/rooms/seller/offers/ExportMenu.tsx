import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../../api/errors"
import { fetchFile } from "../../../api/files"
import { notify } from "../../../ui/notify"
import type { ListParams } from "../../../ui/useListParams"

/** The whole list as the filters find it, in a form that an import takes again. */
export function ExportMenu({ params }: { params: ListParams }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const load = (kind: "csv" | "xlsx"): void => {
    const query = new URLSearchParams({ format: kind })
    if (params.search) query.set("search", params.search)
    if (params.state) query.set("state", params.state)
    if (params.get("held")) query.set("held", "1")
    setBusy(true)
    fetchFile("SELLER", `/portal/offers?${query}`, `offers.${kind}`)
      .catch((error: unknown) => notify.failed(t("errors.title"), messageOf(error, t)))
      .finally(() => setBusy(false))
  }
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={busy}>
          <ArrowDownTray aria-hidden /> {t("offers.export")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item onSelect={() => load("csv")}>CSV</DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => load("xlsx")}>XLSX</DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
