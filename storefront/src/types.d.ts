/// <reference types="next" />
/// <reference types="next/image-types/global" />
import type messages from "../messages/fr"
import type { AppLocale } from "./i18n/routing"

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale
    Messages: typeof messages
  }
}
