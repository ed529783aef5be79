import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"
import type { StatementBody } from "../document"
import { amountText } from "./amounts"
import { annex } from "./annex"
import { page, type Printed } from "./page"
import { heading, ROWS } from "./pdf"
import { KINDS, WORDS } from "./words"

export function statementPdf(printed: Printed, body: StatementBody): TDocumentDefinitions {
  const { document, locale } = printed
  const word = (key: keyof typeof WORDS): string => WORDS[key][locale]
  const money = (amount: number, over: object = {}): Content => ({
    text: amountText(amount, document.currency, locale),
    alignment: "right",
    ...over,
  })
  const bold = { bold: true }
  const movements: Content = {
    margin: [0, 18, 0, 0],
    layout: ROWS,
    table: {
      headerRows: 1,
      widths: ["*", 50, 100],
      body: [
        [
          { text: word("movement"), style: "head" },
          { text: word("quantity"), style: "head", alignment: "right" },
          { text: word("amount"), style: "head", alignment: "right" },
        ],
        [{ text: word("opening"), ...bold }, "", money(body.opening, bold)],
        ...body.movements.map((each): Content[] => [
          KINDS[each.kind]?.[locale] ?? each.kind,
          { text: String(each.count), alignment: "right" },
          money(each.amount),
        ]),
        [{ text: word("closing"), style: "total" }, "", money(body.closing, { style: "total" })],
      ],
    },
  }
  const documents: Content[] =
    body.documents.length === 0
      ? []
      : [
          heading(word("documents")),
          {
            layout: ROWS,
            table: {
              widths: ["*", 100],
              body: body.documents.map((each): Content[] => [each.number, money(each.gross)]),
            },
          },
        ]
  return page(printed, [movements, ...documents, ...annex(printed)])
}
