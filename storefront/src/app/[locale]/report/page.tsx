import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ReportForm } from "@/components/report-form"
import { graphql } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "@/server/api"
import { whoAmI } from "@/server/customer"
import { sellerOf } from "@/server/seller"
import { customerToken } from "@/server/session"

interface Props {
  params: Promise<{ locale: AppLocale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ProductTitle = graphql(`
  query ReportedProduct($handle: String!, $locale: Locale) {
    product(handle: $handle, locale: $locale) {
      title
      variants {
        offers {
          id
          trader {
            name
            isRetailer
          }
        }
      }
    }
  }
`)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "report" })
  return { title: t("title"), robots: { index: false } }
}

/** Notice and action (DSA art. 16): the form, for one product, one offer of it or one seller. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { locale } = await params
  const asked = await searchParams
  const t = await getTranslations("report")
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name] : "")
  const seller = one("seller") ? await sellerOf(one("seller"), locale) : null
  const product = one("product") ? (await ask(ProductTitle, { handle: one("product"), locale })).product : null
  const offer = product?.variants.flatMap(({ offers }) => offers).find(({ id }) => id === one("offer"))
  const me = await whoAmI(await customerToken())
  const subject = offer
    ? { kind: "OFFER" as const, id: offer.id, label: `${product?.title ?? ""} — ${offer.trader.name}` }
    : product
      ? { kind: "PRODUCT" as const, id: one("product"), label: product.title }
      : seller
        ? { kind: "SELLER" as const, id: one("seller"), label: seller.trader.name }
        : null
  return (
    <div className="page-width narrow">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {subject ? (
        <>
          <p>
            <strong>{t("about", { label: subject.label })}</strong>
          </p>
          <ReportForm subject={subject.kind} subjectId={subject.id} name={me?.personName} email={me?.email} />
        </>
      ) : (
        <p className="note">{t("unknown")}</p>
      )}
    </div>
  )
}
