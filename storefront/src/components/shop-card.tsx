import type { Shop } from "@/server/shop"

export function ShopCard({ shop, level }: { shop: Shop; level: 2 | 4 }) {
  const Heading = level === 2 ? "h2" : "h4"
  return (
    <div className="shop-card">
      <Heading>{shop.name}</Heading>
      <address>
        {shop.address}
        <br />
        {shop.postalCode} {shop.city}
      </address>
      <ul className="shop-hours">
        {shop.hours.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
