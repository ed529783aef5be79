import { z } from "zod"
import { cents } from "@gondola/kit"
import type { CatalogueDraft, TypedAttribute } from "../../catalogue/draft"
import { normalGtin } from "../../catalogue/gtin"
import { slug } from "../../catalogue/slug"
import { type Complaint, error, type Mapped, type Mapping, warning } from "../mapping"
import { isShown, wordsOf } from "./attribute-words"
import { categoryOf } from "./category-rules"

export const ICECAT = "Icecat"

const KINDS = { t: "text", n: "number", b: "boolean" } as const

const Sheet = z
  .object({
    id: z.coerce.string().min(1).max(40),
    title: z.string().trim().min(1).max(500),
    name: z.string().trim().optional(),
    ean: z.array(z.coerce.string()).default([]),
    short_description: z.string().max(20_000).optional(),
    supplier: z.string().trim().max(100).optional(),
    price: z.number().int().min(1).max(100_000_000).nullish(),
    img_high: z.string().max(2000).optional(),
    img_500x500: z.string().max(2000).optional(),
    date_released: z.string().optional(),
  })
  .loose()

type Sheet = z.infer<typeof Sheet>

/** A line of the Icecat catalogue. The file knows no stock: every article starts with the one given. */
export const mapIcecat =
  (options: { readonly stock: number }): Mapping<CatalogueDraft> =>
  (record): Mapped<CatalogueDraft> => {
    const parsed = Sheet.safeParse(record)
    if (!parsed.success) {
      const key = String((record as { id?: unknown } | null)?.id ?? "")
      const complaints = parsed.error.issues.map((issue) =>
        error("BAD_FIELD", `${issue.path.join(".")}: ${issue.message}`),
      )
      return { key, draft: null, complaints }
    }
    const sheet = parsed.data
    const complaints: Complaint[] = []
    const gtins = sheet.ean.flatMap((text) => {
      const gtin = normalGtin(text)
      if (!gtin) complaints.push(warning("BAD_GTIN", `${text} is not a GTIN and was left out`))
      return gtin ?? []
    })
    if (!sheet.price) complaints.push(warning("NO_PRICE", "Without a price the article is on no offer of the retailer"))
    return { key: sheet.id, draft: draftOf(sheet, [...new Set(gtins)], options.stock), complaints }
  }

function draftOf(sheet: Sheet, gtins: readonly string[], stock: number): CatalogueDraft {
  const attributes = attributesOf(sheet)
  const text = { fr: sheet.title, en: sheet.title }
  const described = sheet.short_description?.trim() ?? ""
  const released = sheet.date_released ? new Date(sheet.date_released) : null
  return {
    handle: `${slug(sheet.title).slice(0, 60).replace(/-$/, "")}-${slug(sheet.id)}`,
    title: text,
    description: { fr: described, en: described },
    brand: sheet.supplier || null,
    images: [sheet.img_500x500 ?? sheet.img_high].filter((url): url is string => Boolean(url)),
    categories: [
      categoryOf({
        title: sheet.title.toLowerCase(),
        productType: String(sheet.attr_t_product_type ?? "").toLowerCase(),
        attributes: new Set(Object.keys(sheet).flatMap((key) => /^attr_[tnb]_(.+)$/.exec(key)?.[1] ?? [])),
      }),
    ],
    attributes,
    releasedAt: released && !Number.isNaN(released.getTime()) ? released : null,
    source: ICECAT,
    sourceKey: sheet.id,
    variants: [{ sku: `IC-${sheet.id}`, gtins, price: sheet.price ? cents(sheet.price) : null, stock }],
  }
}

function attributesOf(sheet: Sheet): TypedAttribute[] {
  const attributes: TypedAttribute[] = []
  if (sheet.name)
    attributes.push({
      key: "part_number",
      label: "Référence du fabricant",
      labelEn: "Part number",
      type: "text",
      value: sheet.name.slice(0, 200),
    })
  for (const [name, value] of Object.entries(sheet)) {
    const [, kind, key] = /^attr_([tnb])_(.+)$/.exec(name) ?? []
    if (!kind || !key || !isShown(key)) continue
    const attribute = typed(KINDS[kind as keyof typeof KINDS], key, value)
    if (attribute) attributes.push(attribute)
  }
  return attributes
}

function typed(type: TypedAttribute["type"], key: string, value: unknown): TypedAttribute | null {
  const { unit, ...labels } = wordsOf(key)
  if (type === "number")
    return typeof value === "number" ? { key, ...labels, type, value, ...(unit ? { unit } : {}) } : null
  if (type === "boolean") return typeof value === "boolean" ? { key, ...labels, type, value } : null
  return typeof value === "string" && value.trim() ? { key, ...labels, type, value: value.trim() } : null
}
