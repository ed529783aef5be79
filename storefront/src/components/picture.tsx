"use client"

import { useEffect, useRef, useState } from "react"

export interface PictureProps {
  src: string | null
  alt: string
  size: number
  /** Above the fold: fetched at once. */
  eager?: boolean
}

/** A square that keeps its place; a drawn stand-in where there is no picture or it does not come. */
export function Picture({ src, alt, size, eager = false }: PictureProps) {
  const [failed, setFailed] = useState<string | null>(null)
  const image = useRef<HTMLImageElement>(null)

  useEffect(() => {
    // An error before hydration reaches no handler.
    const { current } = image
    if (src && current?.complete && current.naturalWidth === 0) setFailed(src)
  }, [src])

  if (!src || failed === src) return <Placeholder alt={alt} />
  return (
    <img
      ref={image}
      className="picture"
      src={src}
      alt={alt}
      width={size}
      height={size}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : undefined}
      decoding="async"
      onError={() => setFailed(src)}
    />
  )
}

function Placeholder({ alt }: { alt: string }) {
  return (
    <svg
      className="picture picture-none"
      viewBox="0 0 100 100"
      role={alt ? "img" : undefined}
      aria-label={alt || undefined}
      aria-hidden={alt ? undefined : true}
    >
      <path
        d="M22 70h56M30 70V44h17v26m6 0V34h17v36"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
