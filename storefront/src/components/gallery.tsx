"use client"

import { useState } from "react"
import { useTranslations } from "next-intl"
import { Picture } from "./picture"

interface GalleryProps {
  images: { url: string; alt: string }[]
  title: string
  /** The picture to begin with: that of the chosen variant. */
  first?: string | null
}

/** Give it the variant for a key, so that another choice shows another picture. */
export function Gallery({ images, title, first }: GalleryProps) {
  const t = useTranslations("buy")
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      images.findIndex(({ url }) => url === first),
    ),
  )
  const shown = images[index] ?? images[0]
  return (
    <div className="gallery">
      <div className="gallery-main">
        <Picture src={shown?.url ?? null} alt={shown?.alt || title} size={640} eager />
      </div>
      {images.length > 1 ? (
        <ul className="gallery-strip" aria-label={t("pictures")}>
          {images.map(({ url }, position) => (
            <li key={url}>
              <button
                type="button"
                aria-label={t("picture", { number: position + 1 })}
                aria-current={position === index}
                onClick={() => setIndex(position)}
              >
                <Picture src={url} alt="" size={72} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
