import { useTranslation } from "react-i18next"
import { NavLink } from "react-router-dom"
import type { PageEntry, RoomEntry } from "./rooms"
import { hrefOf, pageGroups } from "./rooms"

/** The room's pages in groups; a group's name is its heading for screen readers too. */
export function Sidebar({ entry }: { entry: RoomEntry }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t(`rooms.${entry.room}`)} className="flex flex-col gap-3">
      {pageGroups(entry.pages).map(({ section, pages }) => (
        <div key={section ?? ""}>
          {section && (
            <p id={`nav-${section}`} className="text-ui-fg-muted px-2.5 pb-1 text-xs font-medium">
              {t(`sections.${section}`)}
            </p>
          )}
          <ul className="flex flex-col gap-0.5" aria-labelledby={section && `nav-${section}`}>
            {pages.map((page) => (
              <li key={page.path}>
                <PageLink entry={entry} page={page} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function PageLink({ entry, page }: { entry: RoomEntry; page: PageEntry }) {
  const { t } = useTranslation()
  const Icon = page.icon
  return (
    <NavLink
      to={hrefOf(entry, page)}
      end={page.path === ""}
      className={({ isActive }) =>
        `txt-compact-small flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 ${
          isActive
            ? "bg-ui-bg-highlight font-medium text-[color:var(--g-on-brand-soft)]"
            : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
        }`
      }
    >
      <span className="shrink-0" aria-hidden>
        <Icon />
      </span>
      <span className="min-w-0 break-words">{t(`nav.${page.label}`)}</span>
    </NavLink>
  )
}
