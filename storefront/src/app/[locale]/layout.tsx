import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { notFound } from "next/navigation"
import { connection } from "next/server"
import { hasLocale, NextIntlClientProvider } from "next-intl"
import { getMessages, getTranslations } from "next-intl/server"
import { displayFont, textFont } from "@/app/fonts"
import { CountPage } from "@/components/count-page"
import { Footer } from "@/components/footer"
import { Header } from "@/components/header"
import { NavigationProgress } from "@/components/navigation-progress"
import { routing, type AppLocale } from "@/i18n/routing"
import { CONFIG_ELEMENT } from "@/lib/browser-api"
import { apiUrl } from "@/server/api"
import { departments, orElse, shopConfig } from "@/server/shop"
import "@/styles/index.css"

const CLIENT_MESSAGES = [
  "common",
  "searchBox",
  "facets",
  "results",
  "buy",
  "basket",
  "forms",
  "errors",
  "sell",
  "report",
  "reported",
  "myData",
  "newPassword",
  "measure",
] as const

export const viewport: Viewport = { themeColor: "#0f5a4b" }

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  await connection()
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: "meta" })
  const name = (await orElse(shopConfig(), null))?.retailerName ?? "Gondola"
  return { title: { default: `${name} — ${t("tagline")}`, template: `%s — ${name}` }, description: t("description") }
}

export default async function RootLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  // Everything is rendered per request: one build serves any API, and none is needed to build.
  await connection()
  const { locale } = await props.params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [config, tree, messages] = await Promise.all([
    orElse(shopConfig(), null),
    orElse(departments(locale), []),
    getMessages(),
  ])
  const t = await getTranslations({ locale, namespace: "common" })
  return (
    <html lang={locale} className={`${textFont.variable} ${displayFont.variable}`}>
      <body>
        <a className="skip-link" href="#main">
          {t("skipToContent")}
        </a>
        <script
          id={CONFIG_ELEMENT}
          type="application/json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify({ apiUrl: apiUrl() }).replace(/</g, "\\u003c") }}
        />
        <NextIntlClientProvider messages={clientMessages(messages)}>
          <NavigationProgress />
          <CountPage locale={locale} />
          <Header locale={locale} name={config?.retailerName ?? "Gondola"} departments={tree} />
          <main id="main" tabIndex={-1}>
            {props.children}
          </main>
          <Footer name={config?.retailerName ?? "Gondola"} />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

/** Only what client components say travels to the browser. */
function clientMessages(messages: Awaited<ReturnType<typeof getMessages>>) {
  return Object.fromEntries(CLIENT_MESSAGES.map((name) => [name, messages[name]])) as Partial<typeof messages>
}

export type LocaleParams = Promise<{ locale: AppLocale }>
