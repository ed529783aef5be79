import type { CatalogueDraft, CatalogueVariantDraft } from "../../catalogue/draft"
import { slug } from "../../catalogue/slug"
import type { ProposedArticle } from "../../proposals/proposed-article"
import { Gathered, type GroupOf } from "../gather"
import { type Complaint, error, type Mapped, type Mapping } from "../mapping"
import { type ArticleField, type ArticleMapping, guessArticleMapping } from "./article-fields"
import { type ArticleOptions, keyOf, type Row, rowOf, titleOf } from "./article-row"
import { fieldsOf, textOf } from "./fields"

/**
 * An article of the retailer's own file: one line, or the lines of one group, each a variant of it. Of a group the first
 * line that says something of the article counts; a line that is wrong leaves only its variant out.
 */
export const mapArticle =
  (options: ArticleOptions): Mapping<CatalogueDraft> =>
  (record): Mapped<CatalogueDraft> => {
    const members = record instanceof Gathered ? record.records : [{ line: undefined, record }]
    const complaints: Complaint[] = []
    const title = titleOf(members, options)
    const rows = members.flatMap(({ line, record: own }) => {
      const said: Complaint[] = []
      const row = rowOf(own, { ...options, title }, said)
      complaints.push(...said.map((complaint) => (line === undefined ? complaint : { line, ...complaint })))
      return row && said.every(({ level }) => level !== "error") ? [{ ...row, line }] : []
    })
    const group = record instanceof Gathered ? groupOfArticle(options.mapping)(record.records[0]!.record) : null
    const kept = group === null ? rows : distinct(rows, complaints)
    const key = group ?? rows[0]?.key ?? keyOf(members[0]!.record, options)
    const first = kept[0]
    if (!first) return { key, draft: null, complaints }
    const draft = draftOf(kept, { key, isGroup: group !== null, source: options.source })
    return { key, draft, complaints, records: kept.length, twins: kept.map((row) => `SKU ${row.sku}`) }
  }

/** The group that a line names, as the pipeline asks for it. */
export const groupOfArticle =
  (mapping?: ArticleMapping | null): GroupOf =>
  (record) => {
    const fields = fieldsOf(record)
    const column = fields && (mapping ?? guessArticleMapping(Object.keys(fields))).group
    return (column && textOf(fields, [column])) || null
  }

/** Two variants of one article differ in their SKU and in their options, and all have the same options. */
function distinct(rows: readonly Row[], complaints: Complaint[]): Row[] {
  const names = Object.keys(rows[0]?.options ?? {}).join()
  const skus = new Map<string, number | undefined>()
  const choices = new Map<string, number | undefined>()
  return rows.filter((row) => {
    const choice = JSON.stringify(row.options)
    const refuse = (code: string, message: string): false => {
      complaints.push({ ...error(code, message), ...(row.line === undefined ? {} : { line: row.line }) })
      return false
    }
    if (skus.has(row.sku))
      return refuse(
        "DUPLICATE",
        `${row.sku} was there on line ${skus.get(row.sku) ?? 0} already; this line was left out`,
      )
    if (Object.keys(row.options).join() !== names || (names === "" && skus.size > 0))
      return refuse("BAD_VARIANT", "Every variant of an article says the same options: colour, size or variant")
    if (choices.has(choice))
      return refuse(
        "BAD_VARIANT",
        `This variant is the same as that of line ${choices.get(choice) ?? 0}: colour, size or variant must differ`,
      )
    skus.set(row.sku, row.line)
    choices.set(choice, row.line)
    return true
  })
}

function draftOf(
  rows: readonly Row[],
  at: { readonly key: string; readonly isGroup: boolean; readonly source: string },
): CatalogueDraft {
  const [first] = rows as readonly [Row, ...Row[]]
  const has = (...fields: ArticleField[]): boolean => fields.some((field) => first.has(field))
  /** What the first line says that says anything. */
  const said = <T>(pick: (article: ProposedArticle) => T, isSaid: (value: T) => boolean): T =>
    rows.map((row) => pick(row.article)).find(isSaid) ?? pick(first.article)
  const { title } = first.article
  const images = [...new Set(rows.flatMap((row) => row.article.images))].slice(0, 20)
  const vatClass = rows.find((row) => row.vatClass)?.vatClass
  return {
    handle: `${slug(title.fr).slice(0, 60).replace(/-$/, "")}-${slug(at.key)}`,
    title,
    description: said(
      ({ description }) => description,
      ({ fr }) => fr !== "",
    ),
    brand: said(({ brand }) => brand, Boolean),
    images,
    categories: [said(({ category }) => category, Boolean)].flatMap((category) => category ?? []),
    ...(has("partNumber") ? { partNumber: said(({ partNumber }) => partNumber, Boolean) } : {}),
    ...(has("manufacturer", "manufacturerContact") ? { safety: said(({ safety }) => safety, Boolean) } : {}),
    ...(has("guaranteeMonths") ? { guaranteeMonths: first.article.guaranteeMonths } : {}),
    ...(vatClass ? { vatClass } : {}),
    absent: ABSENT.filter((field) => !has(...field.columns)).map(({ name }) => name),
    source: at.source,
    sourceKey: at.key,
    variants: rows.map((row) => variantOf(row, at.isGroup)),
  }
}

/** What an article keeps when its file has no column for it. */
const ABSENT = [
  { name: "description", columns: ["description"] },
  { name: "images", columns: ["image", "image2", "image3"] },
  { name: "categories", columns: ["category"] },
  { name: "brand", columns: ["brand"] },
] as const satisfies readonly { name: keyof CatalogueDraft; columns: readonly ArticleField[] }[]

function variantOf(row: Row, isOneOfSeveral: boolean): CatalogueVariantDraft {
  const words = Object.values(row.options)
  const hasOptions = isOneOfSeveral && words.length > 0
  const image = row.article.images[0]
  return {
    sku: row.sku,
    gtins: row.gtin ? [row.gtin] : [],
    price: row.price,
    stock: row.stock,
    ...(hasOptions ? { title: words.join(" / "), options: row.options, ...(image ? { image } : {}) } : {}),
  }
}
