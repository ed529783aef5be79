/** What a person is told, once in each language. Plain text: the mail and the bell give it its form. */
export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Label and value, printed as a small table. */
  readonly facts?: readonly (readonly [string, string])[]
  /** A path («/orders/1») is completed with the address of the face that the reader uses. */
  readonly action?: { readonly label: string; readonly url: string }
}

export type MailLocale = "fr" | "en"

export interface Letters {
  readonly fr: Letter
  readonly en: Letter
}

export type FeedRoom = "SELLER" | "OPERATOR" | "SHOPPER"
