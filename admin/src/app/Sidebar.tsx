import { TriangleRightMini } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { NavLink, useLocation } from "react-router-dom"
import { isStrings, stored } from "../ui/stored"
import type { PageEntry, PageGroup, RoomEntry } from "./rooms"
import { hrefOf, pageGroups } from "./rooms"

/** The room's pages in groups that fold; the group of the page one is on is always open. */
export function Sidebar({ entry }: { entry: RoomEntry }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const key = `gondola.folded.${entry.room}`
  const [folded, setFolded] = useState<readonly string[]>(() => stored.read(key, foldedAtFirst(entry), isStrings))
  const toggle = (section: string): void => {
    const next = folded.includes(section) ? folded.filter((each) => each !== section) : [...folded, section]
    setFolded(next)
    stored.write(key, next)
  }
  const holdsPage = (page: PageEntry): boolean => {
    const href = hrefOf(entry, page)
    return page.path !== "" && (pathname === href || pathname.startsWith(`${href}/`))
  }
  return (
    <nav aria-label={t(`rooms.${entry.room}`)} className="flex flex-col gap-2">
      {pageGroups(entry.pages).map((group) => (
        <Group
          key={group.section ?? ""}
          entry={entry}
          group={group}
          open={!group.section || !folded.includes(group.section) || group.pages.some(holdsPage)}
          toggle={toggle}
        />
      ))}
    </nav>
  )
}

const MOST_PAGES_OPEN = 24

/** A room of many pages shows its first group and the one being used; the reader unfolds what it needs. */
const foldedAtFirst = (entry: RoomEntry): readonly string[] =>
  entry.pages.length <= MOST_PAGES_OPEN
    ? []
    : pageGroups(entry.pages)
        .flatMap((group) => group.section ?? [])
        .slice(1)

interface GroupProps {
  entry: RoomEntry
  group: PageGroup
  open: boolean
  toggle: (section: string) => void
}

function Group({ entry, group: { section, pages }, open, toggle }: GroupProps) {
  const { t } = useTranslation()
  return (
    <div>
      {section && (
        <button
          type="button"
          aria-expanded={open}
          className="text-ui-fg-muted hover:bg-ui-bg-base-hover flex min-h-7 w-full items-center justify-between rounded-md px-2.5 text-left text-xs font-medium"
          onClick={() => toggle(section)}
        >
          {t(`sections.${section}`)}
          <span aria-hidden className={open ? "rotate-90" : ""}>
            <TriangleRightMini />
          </span>
        </button>
      )}
      {open && (
        <ul className="flex flex-col gap-0.5" aria-label={section && t(`sections.${section}`)}>
          {pages.map((page) => (
            <li key={page.path}>
              <PageLink entry={entry} page={page} />
            </li>
          ))}
        </ul>
      )}
    </div>
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
