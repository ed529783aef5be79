import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"

/** What a seller says of itself on its page. */
export interface ShopWords {
  readonly about: string
  readonly delivery: string
  readonly returns: string
}

export interface Presentation {
  readonly fr: ShopWords
  readonly en: ShopWords
}

const LONGEST = 2000
const EMPTY: ShopWords = { about: "", delivery: "", returns: "" }

/** As stored; what was never said is empty. */
export const presentationOf = (stored: Record<string, unknown>): Presentation => ({
  fr: { ...EMPTY, ...(stored.fr as Partial<ShopWords> | undefined) },
  en: { ...EMPTY, ...(stored.en as Partial<ShopWords> | undefined) },
})

/** In the reader's language, else in the other one. */
export function wordsIn(presentation: Presentation, locale: "fr" | "en"): ShopWords {
  const own = presentation[locale]
  const other = presentation[locale === "fr" ? "en" : "fr"]
  return {
    about: own.about || other.about,
    delivery: own.delivery || other.delivery,
    returns: own.returns || other.returns,
  }
}

/** @throws BAD_INPUT for a text that is too long */
export async function savePresentation(
  container: MedusaContainer,
  sellerId: string,
  { presentation, actor }: { presentation: Presentation; actor: Act["actor"] },
): Promise<Presentation> {
  const tidy = (words: ShopWords): ShopWords => {
    const text = (field: keyof ShopWords): string => {
      const trimmed = words[field].trim()
      if (trimmed.length > LONGEST) throw badInput(`A text has at most ${LONGEST} characters`, { field })
      return trimmed
    }
    return { about: text("about"), delivery: text("delivery"), returns: text("returns") }
  }
  const saved: Presentation = { fr: tidy(presentation.fr), en: tidy(presentation.en) }
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_seller")
      .where({ id: sellerId })
      .update({ presentation: JSON.stringify(saved), updated_at: clockOf(container).now() })
    await recordAct(
      container,
      { actor, action: "seller.save_presentation", subject: { type: "seller", id: sellerId }, sellerId },
      trx,
    )
  })
  return saved
}
