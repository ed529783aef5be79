import { useTranslation } from "react-i18next"
import { NavLink } from "react-router-dom"
import type { RoomEntry } from "./rooms"
import { hrefOf } from "./rooms"

export function Sidebar({ entry }: { entry: RoomEntry }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t(`rooms.${entry.room}`)}>
      <ul className="flex flex-col gap-0.5">
        {entry.pages.map((page) => {
          const Icon = page.icon
          return (
            <li key={page.path}>
              {page.section && (
                <span className="text-ui-fg-muted block px-2.5 pb-1 pt-3 text-xs font-medium">
                  {t(`sections.${page.section}`)}
                </span>
              )}
              <NavLink
                to={hrefOf(entry, page)}
                end={page.path === ""}
                className={({ isActive }) =>
                  `txt-compact-small flex min-h-9 items-center gap-2.5 rounded-md px-2.5 ${
                    isActive
                      ? "bg-ui-bg-highlight font-medium text-[color:var(--g-on-brand-soft)]"
                      : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
                  }`
                }
              >
                <Icon aria-hidden />
                {t(`nav.${page.label}`)}
              </NavLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
