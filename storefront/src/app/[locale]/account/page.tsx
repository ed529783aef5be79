import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { signOutAction } from "@/actions/account"
import type { LocaleParams } from "@/app/[locale]/layout"
import { EraseForm } from "@/components/erase-form"
import { Pages } from "@/components/pages"
import { getPathname, Link, redirect } from "@/i18n/navigation"
import { formatInstant } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import { decodeSearch } from "@/lib/search-url"
import { ApiRefusal } from "@/server/api"
import { type CustomerOrders, myOrders } from "@/server/customer"
import { customerToken } from "@/server/session"

interface Props {
  params: LocaleParams
  searchParams: Promise<{ page?: string; data?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" })
  return { title: t("title"), robots: { index: false } }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations("account")
  const tData = await getTranslations("myData")
  const tOrder = await getTranslations("order")
  const token = await customerToken()
  if (!token) return redirect({ href: paths.signIn, locale })
  const found = await ordersOrNull(decodeSearch(await searchParams).page, token)
  if (!found) return redirect({ href: paths.signIn, locale })
  const { me, myOrders: orders } = found
  return (
    <div className="page-width medium">
      <div className="title-row">
        <h1>{t("hello", { name: me.personName })}</h1>
        <form action={signOutAction}>
          <button type="submit" className="button button-small">
            {t("signOut")}
          </button>
        </form>
      </div>
      <p className="muted">{me.email}</p>
      <h2>{t("orders")}</h2>
      {orders.items.length === 0 ? (
        <div className="empty">
          <p>{t("noOrders")}</p>
          <p>
            <Link className="button button-primary" href={paths.home}>
              {t("startShopping")}
            </Link>
          </p>
        </div>
      ) : (
        <ul className="order-list">
          {orders.items.map((order) => (
            <li key={order.id} className="panel">
              <h3>
                <Link href={paths.order(order.accessToken)}>{t("order", { number: order.number })}</Link>
              </h3>
              <p className="muted">
                {formatInstant(order.placedAt, locale)} · {formatMoney(order.total, locale)}
              </p>
              <ul>
                {order.groups.map((group) => (
                  <li key={group.trader.name}>
                    <span className="state" data-state={group.state}>
                      {tOrder(`state.${group.state}`)}
                    </span>{" "}
                    {group.trader.name} —{" "}
                    {group.lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(", ")}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <Pages
        page={orders.page}
        pages={Math.ceil(orders.total / orders.pageSize)}
        hrefOf={(page) => `${paths.account}?page=${page}`}
      />
      <section className="panel" aria-labelledby="my-data">
        <h2 id="my-data">{tData("title")}</h2>
        <p>{tData("lead")}</p>
        {(await searchParams).data === "failed" ? (
          <p className="note note-danger" role="alert">
            {tData("downloadFailed")}
          </p>
        ) : null}
        <form action={getPathname({ href: paths.myData, locale })} method="post">
          <button type="submit" className="button">
            {tData("download")}
          </button>
        </form>
        <EraseForm />
      </section>
    </div>
  )
}

/** Null when the sign-in has expired. */
async function ordersOrNull(page: number, token: string): Promise<CustomerOrders | null> {
  try {
    return await myOrders(page, token)
  } catch (error) {
    if (error instanceof ApiRefusal && (error.code === "NOT_SIGNED_IN" || error.code === "NOT_ALLOWED")) return null
    throw error
  }
}
