import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { sendMessage } from "@/actions/order-care"
import { CareForm } from "@/components/order/care-form"
import { MessageList } from "@/components/order/message-list"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { orderOf } from "@/server/order"
import { markRead, threadOf } from "@/server/order-care"

interface Props {
  params: Promise<{ locale: AppLocale; token: string; part: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "order" })
  return { title: t("write"), robots: { index: false }, referrer: "no-referrer" }
}

/** The conversation with one trader about the order. */
export default async function TalkPage({ params }: Props) {
  const { token, part } = await params
  const accessToken = decodeURIComponent(token)
  const t = await getTranslations("talk")
  const order = await orderOf(accessToken)
  const group = order?.groups.find((each) => each.id === decodeURIComponent(part))
  if (!order || !group) notFound()
  const thread = await threadOf(accessToken, group.id)
  if (thread.unread > 0) await markRead(accessToken, group.id)
  return (
    <div className="page-width narrow">
      <h1>{t("title", { seller: group.trader.name })}</h1>
      <p className="lead">{t("lead", { number: order.number })}</p>
      <MessageList messages={thread.messages} accessToken={accessToken} part={group.id} />
      <CareForm
        key={thread.messages.length}
        act={sendMessage}
        formKey={randomUUID()}
        fields={{ accessToken, part: group.id }}
        problems={{ none: t("none") }}
        submit={t("send")}
      >
        <div className="field">
          <label htmlFor="body">{t("body")}</label>
          <textarea id="body" name="body" rows={5} maxLength={4000} />
        </div>
        <div className="field">
          <label htmlFor="files">{t("files")}</label>
          <input id="files" name="files" type="file" multiple accept="application/pdf,image/jpeg,image/png" />
        </div>
      </CareForm>
      <p>
        <Link href={paths.order(accessToken)}>{t("back")}</Link>
      </p>
    </div>
  )
}
