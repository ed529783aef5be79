export function Logo({ small }: { small?: boolean }) {
  return (
    <span className="flex items-center gap-2 px-1 py-1">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <span className={`text-base font-bold tracking-tight ${small ? "hidden sm:inline" : ""}`}>Gondola</span>
    </span>
  )
}
