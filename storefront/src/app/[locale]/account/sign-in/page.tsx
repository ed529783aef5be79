import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { AccountForm } from "@/components/account-form"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

interface Props {
  params: LocaleParams
  searchParams: Promise<{ next?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" })
  return { title: t("signIn") }
}

export default async function Page({ searchParams }: Props) {
  const t = await getTranslations("account")
  const tNew = await getTranslations("newPassword")
  const { next } = await searchParams
  const other = next ? `?next=${encodeURIComponent(next)}` : ""
  return (
    <div className="page-width narrow">
      <h1>{t("signIn")}</h1>
      <AccountForm kind="signIn" next={next} />
      <p>
        <Link href={paths.newPassword}>{tNew("forgotten")}</Link>
      </p>
      <p>
        {t("signInOther")} <Link href={`${paths.signUp}${other}`}>{t("signUp")}</Link>
      </p>
      <p>
        <Link href={paths.findOrder}>{t("findWithout")}</Link>
      </p>
    </div>
  )
}
