export type Unit = 'ms' | 'ratio' | 'share' | 'bytes' | 'count'

/** A figure as a person reads it; a dash where it could not be measured. */
export function formatFigure(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return '–'
  if (unit === 'share') return `${(Math.floor(value * 1000) / 10).toFixed(1)} %`
  if (unit === 'ratio') return value !== 0 && Math.abs(value) < 0.1 ? value.toFixed(3) : value.toFixed(2)
  if (unit === 'bytes') return value >= 1000 ? `${(value / 1000).toFixed(1)} kB` : `${Math.round(value)} B`
  if (unit === 'ms') return value >= 100 ? value.toFixed(0) : value.toFixed(1)
  return value >= 10_000 ? `${(value / 1000).toFixed(1)}k` : `${Math.round(value)}`
}
