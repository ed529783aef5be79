import type { Metadata } from "next"
import { cache } from "react"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { TraderBlock } from "@/components/trader-block"
import { graphql } from "@/graphql/graphql"
import { TraderFragment } from "@/graphql/trader"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "@/server/api"

interface Props {
  params: Promise<{ locale: AppLocale; handle: string }>
}

const SellerQuery = graphql(
  `
    query Seller($handle: String!) {
      seller(handle: $handle) {
        ...TraderBlock
      }
    }
  `,
  [TraderFragment],
)

const sellerOf = cache(async (handle: string) => (await ask(SellerQuery, { handle })).seller)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const seller = await sellerOf(decodeURIComponent((await params).handle))
  return { title: seller?.name }
}

export default async function SellerPage({ params }: Props) {
  const t = await getTranslations("trader")
  const seller = await sellerOf(decodeURIComponent((await params).handle))
  if (!seller) notFound()
  return (
    <div className="page-width medium">
      <h1>{seller.name}</h1>
      <p className="lead">{seller.isRetailer ? t("retailerLead") : t("sellerLead")}</p>
      <section className="panel" aria-labelledby="trader-title">
        <h2 id="trader-title">{t("title")}</h2>
        <TraderBlock trader={seller} link={false} />
      </section>
    </div>
  )
}
