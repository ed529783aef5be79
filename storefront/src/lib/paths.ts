import { encodeSearch, type SearchState } from "./search-url"

const segment = encodeURIComponent

/** Addresses of the pages, without the language prefix. */
export const paths = {
  home: "/",
  search: (state: SearchState) => `/search${encodeSearch(state)}`,
  category: (handle: string, state?: SearchState) => `/c/${segment(handle)}${state ? encodeSearch(state) : ""}`,
  product: (handle: string, variantId?: string) =>
    `/p/${segment(handle)}${variantId ? `?variant=${segment(variantId)}` : ""}`,
  seller: (handle: string) => `/seller/${segment(handle)}`,
  report: (subject: "product" | "seller", id: string) => `/report?${subject}=${segment(id)}`,
  reportOffer: (handle: string, offerId: string) => `/report?product=${segment(handle)}&offer=${segment(offerId)}`,
  reported: (token: string) => `/report/${segment(token)}`,
  basket: "/basket",
  checkout: "/checkout",
  checkoutDelivery: "/checkout/delivery",
  checkoutReview: "/checkout/review",
  checkoutReturn: "/checkout/return",
  order: (token: string) => `/order/${segment(token)}`,
  withdraw: (token: string) => `/order/${segment(token)}/withdraw`,
  withdrawConfirm: (token: string) => `/order/${segment(token)}/withdraw/confirm`,
  cancelPart: (token: string, part: string) => `/order/${segment(token)}/cancel/${segment(part)}`,
  talk: (token: string, part: string) => `/order/${segment(token)}/messages/${segment(part)}`,
  dispute: (token: string, part: string) => `/order/${segment(token)}/problem/${segment(part)}`,
  messageFile: (token: string, part: string, file: string) =>
    `/order/${segment(token)}/messages/${segment(part)}/${segment(file)}`,
  orderDocument: (token: string, id: string) => `/order/${segment(token)}/documents/${segment(id)}`,
  findOrder: "/find-order",
  account: "/account",
  myData: "/account/data",
  erased: "/account/erased",
  newPassword: "/account/new-password",
  signIn: "/account/sign-in",
  signUp: "/account/sign-up",
  ranking: "/ranking",
  sell: "/sell",
  shops: "/shops",
  rights: "/rights",
  recalls: "/recalls",
  legal: "/legal",
  privacy: "/privacy",
  accessibility: "/accessibility",
} as const
