import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"
import type { DocumentParty, InvoiceBody, SaleNote } from "../document"
import { amountText, dayText, type DocumentLocale, percentText } from "./amounts"
import { page, type Printed } from "./page"
import { ROWS } from "./pdf"
import { REASONS, SALE_WORDS, WORDS } from "./words"

/** A trader's invoice to a shopper, or its credit note: prices with their VAT, as they were paid. */
export function salePdf(printed: Printed, body: InvoiceBody, sale: SaleNote): TDocumentDefinitions {
  return page(printed, [lines(printed, body), totals(printed, body), small(printed, body, sale)])
}

const right = (text: string, over: object = {}): Content => ({ text, alignment: "right", ...over })

function lines({ document, locale }: Printed, body: InvoiceBody): Content {
  const head = (key: keyof typeof WORDS, over: object = {}): Content => ({
    text: WORDS[key][locale],
    style: "head",
    ...over,
  })
  const end = { alignment: "right" }
  const money = (amount: number): string => amountText(amount, document.currency, locale)
  return {
    margin: [0, 18, 0, 0],
    layout: ROWS,
    table: {
      headerRows: 1,
      widths: ["*", 42, 66, 40, 70, 74],
      body: [
        [
          head("description"),
          head("units", end),
          head("unitNet", end),
          head("rate", end),
          head("net", end),
          head("grossAmount", end),
        ],
        ...body.lines.map((line): Content[] => [
          { text: line.label[locale] },
          // Money given back for goods that the shopper keeps is of no unit.
          right(line.count > 0 ? String(line.count) : "–"),
          right(line.count > 0 ? money(Math.round(line.net / line.count)) : "–"),
          right(line.category === "S" ? percentText(line.rateBps, locale) : "–"),
          right(money(line.net)),
          right(money(line.net + (line.vat ?? 0))),
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
    [word(body.corrects ? "refundedAmount" : "paidAmount"), right(money(body.gross === 0 ? 0 : -body.gross))],
    [{ text: word("toPay"), style: "total" }, right(money(0), { style: "total" })],
  ]
  return {
    margin: [0, 14, 0, 0],
    unbreakable: true,
    columns: [
      { width: "*", text: "" },
      { width: 290, layout: ROWS, table: { widths: ["*", 100], body: rows } },
    ],
  }
}

function small({ document, locale }: Printed, body: InvoiceBody, sale: SaleNote): Content {
  const reasons = [...new Set(body.vat.flatMap((each) => each.reason ?? []))].map((reason) => REASONS[reason][locale])
  const said = [...reasons, ...saleNotes(document.content.issuer, sale, locale)]
  return {
    margin: [0, 18, 0, 0],
    style: "small",
    stack: [
      ...said.map((text) => ({ text, bold: true, margin: [0, 0, 0, 3] as [number, number, number, number] })),
      SALE_WORDS[body.corrects ? "refunded" : "paid"][locale],
      SALE_WORDS.goods[locale],
    ],
  }
}

/** In whose name it is issued and who sold, where the two are not one. */
export function saleNotes(issuer: DocumentParty, sale: SaleNote, locale: DocumentLocale): string[] {
  const filled = (text: string, values: Record<string, string>): string =>
    text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? "")
  return [
    ...(sale.mandate
      ? [
          filled(SALE_WORDS.mandate[locale], {
            by: sale.mandate.by,
            name: issuer.legalName,
            since: dayText(sale.mandate.since, locale),
          }),
        ]
      : []),
    ...(sale.soldBy ? [filled(SALE_WORDS.deemed[locale], { name: sale.soldBy, by: issuer.legalName })] : []),
  ]
}
