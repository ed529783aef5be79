import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoom } from "../api/room"
import { subjectHref } from "../app/recordHref"
import { useFormat } from "../i18n/format"
import type { Column } from "../ui/DataTable"
import type { FigureRowPage } from "./board"

type Row = FigureRowPage["items"][number]
type RowColumn = FigureRowPage["columns"][number]

/** Columns as the server names them, in the reader's words; the first cell leads to what the row is about. */
export function useRowColumns(columns: readonly RowColumn[]): Column<Row>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom()
  return useMemo(
    () =>
      columns.map(({ key, kind }, index) => {
        const words = (row: Row): string => {
          const cell = row.cells[index]
          if (!cell) return ""
          if (kind === "TEXT") return cell.text ?? "–"
          if (kind === "STATE") return cell.text ? t(`figureStates.${cell.text}` as "figureStates.LATE") : "–"
          if (kind === "DATE_TIME") return cell.at ? format.dateTime(cell.at) : "–"
          if (kind === "DAY") return cell.text ? format.day(cell.text) : "–"
          if (typeof cell.number !== "number") return "–"
          if (kind === "MONEY")
            return format.money({ amount: Math.round(cell.number), currency: cell.currency ?? "EUR" })
          if (kind === "SECONDS") return format.seconds(cell.number)
          return kind === "PERCENT" ? format.percent(cell.number) : format.number(cell.number)
        }
        return {
          key,
          header: t(`figureColumns.${key}` as "figureColumns.order", { defaultValue: key }),
          end: kind === "NUMBER" || kind === "PERCENT" || kind === "SECONDS" || kind === "MONEY",
          csv: words,
          cell: (row) => {
            const to = index === 0 && row.about ? subjectHref(room, row.about) : undefined
            const text = <span className="block max-w-[16rem] truncate sm:max-w-[26rem]">{words(row)}</span>
            return to ? (
              <Link to={to} className="text-ui-fg-interactive font-medium">
                {text}
              </Link>
            ) : (
              text
            )
          },
        }
      }),
    [columns, t, format, room],
  )
}
