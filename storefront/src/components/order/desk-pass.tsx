import { toString as qrCode } from "qrcode"
import { getTranslations } from "next-intl/server"
import type { Shop } from "@/server/shop"
import { ShopCard } from "../shop-card"

/** What the clerk scans, and where. */
export async function DeskPass({ code, number, shops }: { code: string; number: number; shops: Shop[] }) {
  const t = await getTranslations("order")
  const svg = await qrCode(code, { type: "svg", margin: 1, errorCorrectionLevel: "M" })
  return (
    <section className="panel desk-pass" aria-labelledby="desk-title">
      <h2 id="desk-title">{t("deskTitle")}</h2>
      <p>{t("deskText")}</p>
      <div className="qr" role="img" aria-label={t("deskCode", { number })} dangerouslySetInnerHTML={{ __html: svg }} />
      <h3>{t("shops")}</h3>
      <ul className="shop-list">
        {shops.map((shop) => (
          <li key={shop.id}>
            <ShopCard shop={shop} level={4} />
          </li>
        ))}
      </ul>
    </section>
  )
}
