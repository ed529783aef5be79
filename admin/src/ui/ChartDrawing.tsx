import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"

export interface Series {
  key: string
  label: string
  kind: "bar" | "line"
  axis: "left" | "right"
  color: string
  format: (value: number) => string
  /** Shorter words for the axis. */
  tick?: (value: number) => string
  /** Counts: no ticks between whole numbers. */
  whole?: boolean
  /** Holds until the next value: a price, drawn in steps and not as a slope. */
  steps?: boolean
  /** To compare with: drawn lightly. */
  dashed?: boolean
}

export interface ChartProps {
  title: string
  xLabel: string
  xFormat: (value: string) => string
  /** A value left out was not measured: passed over by the line, a dash in the table. */
  rows: readonly ({ x: string } & Record<string, number | string | undefined>)[]
  series: readonly Series[]
  /** A goal to look at, on the left axis. */
  goal?: { value: number; label: string }
}

const SPARSE = 10

const TICK = { fill: "var(--g-text-soft)", fontSize: 12 }

export function ChartDrawing({ title, xLabel, xFormat, rows, series, goal }: ChartProps) {
  const right = series.find((s) => s.axis === "right")
  const left = series.find((s) => s.axis === "left")
  return (
    <div className="h-72 w-full px-2 pb-3" role="img" aria-label={title}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 280 }}>
        <ComposedChart
          data={rows as never}
          margin={{ top: 12, right: 12, bottom: 20, left: 12 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--g-chart-grid)" vertical={false} />
          <XAxis
            dataKey="x"
            tickFormatter={xFormat}
            tick={TICK}
            minTickGap={24}
            label={axisLabel(xLabel, "insideBottom")}
          />
          {left && (
            <YAxis
              yAxisId="left"
              width={70}
              tick={TICK}
              allowDecimals={!left.whole}
              tickFormatter={left.tick ?? left.format}
              label={axisLabel(left.label, "insideLeft")}
            />
          )}
          {right && (
            <YAxis
              yAxisId="right"
              orientation="right"
              width={56}
              tick={TICK}
              allowDecimals={false}
              tickFormatter={right.tick ?? right.format}
              label={axisLabel(right.label, "insideRight")}
            />
          )}
          <Tooltip
            labelFormatter={(x) => xFormat(String(x))}
            formatter={(value, name) => [
              series.find((s) => s.label === name)?.format(Number(value)) ?? String(value),
              String(name),
            ]}
            contentStyle={{
              background: "var(--g-raised)",
              border: "1px solid var(--g-line)",
              borderRadius: 8,
              color: "var(--g-text)",
            }}
          />
          <Legend
            verticalAlign="top"
            wrapperStyle={{ paddingBottom: 8 }}
            formatter={(name) => <span style={{ color: "var(--g-text-soft)", fontSize: 13 }}>{name}</span>}
          />
          {goal && (
            <ReferenceLine
              yAxisId="left"
              y={goal.value}
              stroke="var(--g-chart-4)"
              strokeDasharray="3 3"
              ifOverflow="extendDomain"
              label={{ value: goal.label, position: "insideTopRight", fill: "var(--g-text-soft)", fontSize: 12 }}
            />
          )}
          {series.map((s) =>
            s.kind === "bar" ? (
              <Bar
                key={s.key}
                yAxisId={s.axis}
                dataKey={s.key}
                name={s.label}
                fill={s.color}
                radius={[3, 3, 0, 0]}
                maxBarSize={28}
                isAnimationActive={false}
              />
            ) : (
              <Line
                key={s.key}
                yAxisId={s.axis}
                dataKey={s.key}
                name={s.label}
                type={s.steps ? "stepAfter" : "linear"}
                stroke={s.color}
                strokeWidth={s.dashed ? 1.5 : 2}
                strokeDasharray={s.dashed ? "5 4" : undefined}
                // Few values, far apart: a line alone would hide them.
                dot={rows.filter((row) => row[s.key] !== undefined).length <= SPARSE}
                connectNulls
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

const axisLabel = (value: string, position: "insideBottom" | "insideLeft" | "insideRight") => ({
  value,
  position,
  angle: position === "insideBottom" ? 0 : position === "insideLeft" ? -90 : 90,
  offset: position === "insideBottom" ? -12 : 4,
  style: { fill: "var(--g-text-soft)", fontSize: 12, textAnchor: "middle" as const },
})
