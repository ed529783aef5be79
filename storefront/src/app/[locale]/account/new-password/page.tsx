import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { NewPasswordForm } from "@/components/new-password-form"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

interface Props {
  params: LocaleParams
  searchParams: Promise<{ token?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "newPassword" })
  // The address holds the link's token: it goes to no other site.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" }
}

/** Without a link: ask for one. With the link of the mail: choose the password. */
export default async function NewPasswordPage({ searchParams }: Props) {
  const t = await getTranslations("newPassword")
  const tAccount = await getTranslations("account")
  const { token } = await searchParams
  return (
    <div className="page-width narrow">
      <h1>{t("title")}</h1>
      <p>{token ? t("choose") : t("lead")}</p>
      <NewPasswordForm token={token} />
      <p>
        <Link href={paths.signIn}>{tAccount("signIn")}</Link>
      </p>
    </div>
  )
}
