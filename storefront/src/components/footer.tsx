import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

export function Footer({ name }: { name: string }) {
  const t = useTranslations("footer")
  const columns = [
    {
      title: t("help"),
      links: [
        ["findOrder", paths.findOrder],
        ["rights", paths.rights],
        ["shops", paths.shops],
        ["recalls", paths.recalls],
      ],
    },
    {
      title: t("howItWorks"),
      links: [
        ["ranking", paths.ranking],
        ["sell", paths.sell],
      ],
    },
    {
      title: t("about"),
      links: [
        ["legal", paths.legal],
        ["privacy", paths.privacy],
        ["accessibility", paths.accessibility],
      ],
    },
  ] as const
  return (
    <footer className="footer">
      <div className="page-width footer-columns">
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(([key, href]) => (
                <li key={key}>
                  <Link href={href}>{t(key)}</Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <p className="footer-note">{t("note", { name })}</p>
      </div>
    </footer>
  )
}
