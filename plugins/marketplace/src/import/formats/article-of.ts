import type { ProposedArticle } from "../../proposals/proposed-article"
import { wholeOf } from "./fields"
import { plainText } from "./harmless"

const PICTURE = /^(https?:\/\/|\/pictures\/)\S{1,2000}$/

/** Fields that say what an article is, in a seller's file and in the retailer's. */
export type DescribingField =
  | "title"
  | "titleEn"
  | "description"
  | "descriptionEn"
  | "brand"
  | "partNumber"
  | "category"
  | "image"
  | "image2"
  | "image3"
  | "manufacturer"
  | "manufacturerContact"
  | "manufacturerCountry"
  | "euResponsible"
  | "warnings"
  | "guaranteeMonths"

/** The article that a line describes; null when it has no title. What looks like a formula loses its first signs. */
export function articleOf(
  read: (field: DescribingField) => string | undefined,
  warn: (message: string) => void,
): ProposedArticle | null {
  const text = (field: DescribingField): string => {
    const raw = read(field) ?? ""
    const plain = plainText(raw)
    if (plain !== raw) warn(`${field} began like a formula of a spreadsheet; it was kept as text`)
    return plain.slice(0, 4000)
  }
  const title = text("title").slice(0, 250)
  if (!title) return null
  const description = text("description")
  const manufacturer = text("manufacturer")
  const contact = text("manufacturerContact")
  const warnings = text("warnings")
  return {
    title: { fr: title, en: text("titleEn") || title },
    description: { fr: description, en: text("descriptionEn") || description },
    brand: text("brand") || null,
    partNumber: text("partNumber") || null,
    images: (["image", "image2", "image3"] as const)
      .flatMap((field) => (read(field) ?? "").split(/[|\s]+/))
      .filter((url) => PICTURE.test(url))
      .slice(0, 10),
    category: text("category").toLowerCase() || null,
    safety:
      manufacturer || contact
        ? {
            manufacturer,
            manufacturerContact: contact,
            manufacturerCountry: text("manufacturerCountry").toLowerCase().slice(0, 2) || null,
            euResponsible: text("euResponsible") || null,
            warnings: warnings ? warnings.split(/\s*[|;]\s*/).filter(Boolean) : [],
          }
        : null,
    guaranteeMonths: wholeOf(text("guaranteeMonths")) ?? 24,
  }
}
