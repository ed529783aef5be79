import { pictureUrl } from "../api/config"

/** A product's picture beside its name, which says the same: so it is left out for screen readers. */
export function Picture({ src, size = 40 }: { src: string | null | undefined; size?: number }) {
  return (
    <span
      className="bg-ui-bg-component inline-flex shrink-0 items-center justify-center overflow-hidden rounded-md"
      style={{ width: size, height: size }}
    >
      {src && (
        <img
          src={pictureUrl(src)}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          className="h-full w-full object-contain"
        />
      )}
    </span>
  )
}
