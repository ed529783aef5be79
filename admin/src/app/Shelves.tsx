/** Our own drawing of a gondola, the shelf that names the house. */
export function Shelves() {
  const goods = [
    [0, 46, 34, "--g-accent"],
    [56, 30, 50, "--g-brand-soft"],
    [98, 54, 26, "--g-chart-4"],
    [164, 36, 44, "--g-accent-soft"],
    [212, 50, 30, "--g-chart-3"],
  ] as const
  return (
    <div aria-hidden className="hidden items-center justify-center bg-[#0b453a] lg:flex">
      <svg viewBox="0 0 400 420" className="w-3/4 max-w-lg">
        <path d="M40 60h320l-16 34H56z" fill="#f3b43c" />
        {[0, 1, 2, 3, 4].map((i) => (
          <path key={i} d={`M${72 + i * 64} 60h32l-3 34h-30z`} fill="#fdf1d7" />
        ))}
        {[170, 262, 354].map((y, row) => (
          <g key={y}>
            {goods.map(([x, width, height, color]) => (
              <rect
                key={x}
                x={68 + ((x + row * 70) % 268)}
                y={y - height}
                width={width}
                height={height}
                rx="5"
                fill={`var(${color})`}
                opacity=".92"
              />
            ))}
            <rect x="56" y={y} width="288" height="8" rx="2" fill="#fff" opacity=".92" />
            <rect x={84 + row * 60} y={y + 2} width="34" height="12" rx="2" fill="#f3b43c" />
          </g>
        ))}
        <path d="M56 94v296M344 94v296" stroke="#fff" strokeWidth="6" opacity=".5" strokeLinecap="round" />
      </svg>
    </div>
  )
}
