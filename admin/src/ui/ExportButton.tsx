import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../api/errors"
import { useFormat } from "../i18n/format"
import { downloadCsv } from "./csv"
import type { Column } from "./DataTable"
import type { PageOf } from "./exportRows"
import { collectCsv, MOST_ROWS } from "./exportRows"
import { notify } from "./notify"

interface ExportButtonProps<T> {
  /** The file's name without its ending. */
  name: string
  columns: readonly Column<T>[]
  /** One page of what the list shows, with its filters; ask for 100 rows a page. */
  load: (page: number) => Promise<PageOf<T>>
}

/** All rows of a list as CSV, whatever page is open; the columns that have `csv`. */
export function ExportButton<T>({ name, columns, load }: ExportButtonProps<T>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [share, setShare] = useState<number>()
  const run = async (): Promise<void> => {
    setShare(0)
    try {
      const told = (done: number, total: number): void => setShare(total ? Math.min(100, (100 * done) / total) : 100)
      const { csv, cut } = await collectCsv(columns, load, { language: format.language, told })
      downloadCsv(`${name}.csv`, csv)
      if (cut) notify.failed(t("list.exportCut", { most: format.number(MOST_ROWS) }), t("list.exportCutHint"))
    } catch (error) {
      notify.failed(t("errors.title"), messageOf(error, t))
    } finally {
      setShare(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" disabled={share !== undefined} onClick={() => void run()}>
      <ArrowDownTray aria-hidden />
      {share === undefined ? t("list.export") : t("list.exporting", { share: format.percent(Math.round(share)) })}
    </Button>
  )
}
