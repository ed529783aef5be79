"use client"

import { useEffect, useId, useMemo, useRef, useState } from "react"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { Suspense } from "react"
import { useRouter } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import { EMPTY_SEARCH } from "@/lib/search-url"
import { Icon } from "./icon"
import { Picture } from "./picture"
import { NO_SUGGESTIONS, type Suggestions, suggest } from "./suggest"

interface Option {
  id: string
  href: string
}

const DEBOUNCE_MS = 120

function Box({ locale, initial }: { locale: AppLocale; initial: string }) {
  const t = useTranslations("searchBox")
  const router = useRouter()
  const base = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(initial)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [found, setFound] = useState<Suggestions>(NO_SUGGESTIONS)

  const searched = useRef(initial)
  const early = useRef(false)

  // What was typed while the page was still coming alive stays.
  useEffect(() => {
    const typed = input.current?.value
    if (!typed) return
    early.current = true
    setText(typed)
  }, [])
  useEffect(() => {
    if (searched.current === initial) return
    searched.current = initial
    if (!early.current) setText(initial)
    early.current = false
  }, [initial])

  useEffect(() => {
    const typed = text.trim()
    if (!open || typed.length < 2) return setFound(NO_SUGGESTIONS)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      suggest(typed, locale, abort.signal).then(
        (suggestions) => {
          setFound(suggestions)
          setActive(-1)
        },
        // Suggestions are a help: without them, the search itself still works.
        () => undefined,
      )
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, open, locale])

  const options = useMemo<Option[]>(
    () =>
      [
        ...found.queries.map((query) => paths.search({ ...EMPTY_SEARCH, query })),
        ...found.categories.map(({ handle }) => paths.category(handle)),
        ...found.products.map(({ handle }) => paths.product(handle)),
      ].map((href, index) => ({ id: `${base}-${index}`, href })),
    [found, base],
  )
  const shown = open && options.length > 0
  const go = (href: string) => {
    setOpen(false)
    setActive(-1)
    input.current?.blur()
    router.push(href)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      if (open) event.preventDefault()
      return setOpen(false)
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    event.preventDefault()
    if (!open) return setOpen(true)
    const step = event.key === "ArrowDown" ? 1 : -1
    const next = active + step
    setActive(next < -1 ? options.length - 1 : next >= options.length ? -1 : next)
  }

  const section = (title: string, offset: number, rows: React.ReactNode[]) =>
    rows.length > 0 ? (
      <div role="group" aria-label={title} className="suggest-group">
        <div className="suggest-title" aria-hidden="true">
          {title}
        </div>
        {rows.map((row, index) => {
          const option = options[offset + index]
          if (!option) return null
          return (
            <div
              key={option.id}
              id={option.id}
              role="option"
              aria-selected={active === offset + index}
              className="suggest-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(option.href)}
            >
              {row}
            </div>
          )
        })}
      </div>
    ) : null

  return (
    <search className="search-box">
      <form
        action={`/${locale}/search`}
        onSubmit={(event) => {
          event.preventDefault()
          const chosen = options[active]
          go(shown && chosen ? chosen.href : paths.search({ ...EMPTY_SEARCH, query: text.trim() }))
        }}
      >
        <label className="visually-hidden" htmlFor={`${base}-input`}>
          {t("label")}
        </label>
        <input
          ref={input}
          id={`${base}-input`}
          name="q"
          type="search"
          value={text}
          placeholder={t("placeholder")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          enterKeyHint="search"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? options[active]?.id : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="search-submit" aria-label={t("submit")}>
          <Icon name="search" />
        </button>
      </form>
      <div id={`${base}-list`} role="listbox" aria-label={t("suggestions")} className="suggest" hidden={!shown}>
        {section(
          t("queries"),
          0,
          found.queries.map((query) => (
            <span key={query} className="suggest-query">
              <Icon name="search" size={16} /> {query}
            </span>
          )),
        )}
        {section(
          t("categories"),
          found.queries.length,
          found.categories.map(({ handle, name, count }) => (
            <span key={handle} className="suggest-category">
              {name} <span className="muted">{count}</span>
            </span>
          )),
        )}
        {section(
          t("products"),
          found.queries.length + found.categories.length,
          found.products.map((card) => (
            <span key={card.handle} className="suggest-product">
              <Picture src={card.image} alt="" size={44} />
              <span className="suggest-product-title">{card.title}</span>
              {card.price ? <strong>{formatMoney(card.price, locale)}</strong> : null}
            </span>
          )),
        )}
      </div>
      <p className="visually-hidden" role="status">
        {shown ? t("count", { count: options.length }) : ""}
      </p>
    </search>
  )
}

function QueryHere({ tell }: { tell: (query: string) => void }) {
  const query = useSearchParams().get("q") ?? ""
  useEffect(() => tell(query), [query, tell])
  return null
}

/** The query of the address comes beside the box, not around it: a box that is drawn anew loses what is being typed. */
export function SearchBox({ locale }: { locale: AppLocale }) {
  const [initial, setInitial] = useState("")
  return (
    <>
      <Suspense fallback={null}>
        <QueryHere tell={setInitial} />
      </Suspense>
      <Box locale={locale} initial={initial} />
    </>
  )
}
