import type { Content } from "pdfmake/interfaces"
import { amountText, dayText } from "./amounts"
import { heading, ROWS } from "./pdf"
import { ANNEX_LIMIT, type Printed } from "./page"
import { WORDS } from "./words"

/** Every entry behind the document, up to the limit. */
export function annex({ document, rows, locale }: Printed): Content[] {
  if (rows.length === 0) return []
  const shown = rows.slice(0, ANNEX_LIMIT)
  const word = (key: keyof typeof WORDS): string => WORDS[key][locale]
  const table: Content = {
    layout: ROWS,
    fontSize: 8,
    table: {
      headerRows: 1,
      widths: [58, "*", 62, 80],
      body: [
        [
          { text: word("date"), style: "head" },
          { text: word("description"), style: "head" },
          { text: word("order"), style: "head" },
          { text: word("amount"), style: "head", alignment: "right" },
        ],
        ...shown.map((row) => [
          { text: locale === "fr" ? dayText(row.day, "fr") : row.day },
          { text: row.text },
          { text: row.reference },
          { text: amountText(row.amount, document.currency, locale), alignment: "right" as const },
        ]),
      ],
    },
  }
  const more = rows.length - shown.length
  return [
    heading(word("annex")),
    table,
    ...(more > 0
      ? [
          {
            text: word("more").replace("{n}", String(more)),
            style: "small",
            margin: [0, 6, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
  ]
}
