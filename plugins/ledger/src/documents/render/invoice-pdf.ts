import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"
import type { InvoiceBody } from "../document"
import { amountText, percentText } from "./amounts"
import { annex } from "./annex"
import { page, type Printed } from "./page"
import { ROWS } from "./pdf"
import { REASONS, TERMS, WORDS } from "./words"

export function invoicePdf(printed: Printed, body: InvoiceBody): TDocumentDefinitions {
  return page(printed, [lines(printed, body), totals(printed, body), terms(printed, body), ...annex(printed)])
}

const right = (text: string, over: object = {}): Content => ({ text, alignment: "right", ...over })

function lines({ document, locale }: Printed, body: InvoiceBody): Content {
  const head = (key: keyof typeof WORDS, over: object = {}): Content => ({
    text: WORDS[key][locale],
    style: "head",
    ...over,
  })
  const end = { alignment: "right" }
  return {
    margin: [0, 18, 0, 0],
    layout: ROWS,
    table: {
      headerRows: 1,
      widths: ["*", 50, 50, 90],
      body: [
        [head("description"), head("quantity", end), head("rate", end), head("net", end)],
        ...body.lines.map((line): Content[] => [
          { text: line.label[locale] },
          right(String(line.count)),
          right(percentText(line.rateBps, locale)),
          right(amountText(line.net, document.currency, locale)),
        ]),
      ],
    },
  }
}

function totals({ document, locale }: Printed, body: InvoiceBody): Content {
  const money = (amount: number): string => amountText(amount, document.currency, locale)
  const word = (key: keyof typeof WORDS): string => WORDS[key][locale]
  const rows: Content[][] = [
    [word("totalNet"), right(money(body.net))],
    ...body.vat
      .filter((each) => each.category === "S")
      .map((each): Content[] => [
        `${word("rate")} ${percentText(each.rateBps, locale)} (${word("base")} ${money(each.base)})`,
        right(money(each.vat)),
      ]),
    [{ text: word("totalGross"), bold: true }, right(money(body.gross), { bold: true })],
    [word(body.corrects ? "creditedAmount" : "settledAmount"), right(money(-body.gross))],
    [{ text: word("toPay"), style: "total" }, right(money(0), { style: "total" })],
  ]
  return {
    margin: [0, 14, 0, 0],
    columns: [
      { width: "*", text: "" },
      { width: 290, layout: ROWS, table: { widths: ["*", 100], body: rows } },
    ],
  }
}

function terms({ locale }: Printed, body: InvoiceBody): Content {
  const reasons = [...new Set(body.vat.flatMap((each) => each.reason ?? []))]
  return {
    margin: [0, 18, 0, 0],
    style: "small",
    stack: [
      ...reasons.map((reason) => ({
        text: REASONS[reason][locale],
        bold: true,
        margin: [0, 0, 0, 3] as [number, number, number, number],
      })),
      TERMS[body.corrects ? "refunded" : "settled"][locale],
      TERMS.services[locale],
      ...(body.corrects ? [] : [TERMS.late[locale], TERMS.indemnity[locale], TERMS.discount[locale]]),
    ],
  }
}
