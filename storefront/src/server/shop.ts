import { cache } from "react"
import { cookies } from "next/headers"
import { graphql, type ResultOf } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"
import { memo } from "./memo"
import { CART_COOKIE } from "./session"

const ConfigQuery = graphql(`
  query StorefrontConfig {
    storefrontConfig {
      publishableKey
      regionId
      salesChannelId
      countryCode
      currency
      retailerName
      cardPayments
    }
  }
`)

const DepartmentsQuery = graphql(`
  query Departments($locale: Locale) {
    categories(locale: $locale) {
      id
      handle
      name
      image
      children {
        id
        handle
        name
      }
    }
  }
`)

const ShopsQuery = graphql(`
  query Shops {
    shops {
      id
      handle
      name
      address
      city
      postalCode
      hours
    }
  }
`)

const BasketCountQuery = graphql(`
  query BasketCount($cartId: ID!) {
    basket(cartId: $cartId) {
      itemCount
    }
  }
`)

export type ShopConfig = ResultOf<typeof ConfigQuery>["storefrontConfig"]
export type Department = ResultOf<typeof DepartmentsQuery>["categories"][number]
export type Shop = ResultOf<typeof ShopsQuery>["shops"][number]

export const shopConfig = memo(async () => (await ask(ConfigQuery, {})).storefrontConfig)

const departmentsIn: Record<AppLocale, () => Promise<Department[]>> = {
  fr: memo(async () => (await ask(DepartmentsQuery, { locale: "fr" })).categories),
  en: memo(async () => (await ask(DepartmentsQuery, { locale: "en" })).categories),
}

/** A page may begin to render before its frame refuses an unknown language: such a one gets nothing. */
export const departments = (locale: AppLocale): Promise<Department[]> =>
  departmentsIn[locale]?.() ?? Promise.resolve([])

export const shops = memo(async () => (await ask(ShopsQuery, {})).shops)

export const basketCount = cache(async (): Promise<number> => {
  const cartId = (await cookies()).get(CART_COOKIE)?.value
  if (!cartId) return 0
  const { basket } = await ask(BasketCountQuery, { cartId })
  return basket?.itemCount ?? 0
})

/** For what frames a page: a failure there must not take the page down with it. */
export async function orElse<T>(value: Promise<T>, fallback: T): Promise<T> {
  try {
    return await value
  } catch {
    return fallback
  }
}
