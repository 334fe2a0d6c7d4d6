/** Actual label → predicted label → count. A prediction that is none of the labels stands under any other key. */
export type Confusion<Label extends string> = Partial<Record<Label, Record<string, number>>>

export interface ClassScore<Label extends string> {
  label: Label
  precision: number
  recall: number
  f1: number
  /** How often it was the actual label. */
  support: number
}

export interface F1<Label extends string> {
  macro: number
  weighted: number
  accuracy: number
  n: number
  classes: ClassScore<Label>[]
}

/** Adds one pair to a confusion, in place. */
export function countPair<Label extends string>(confusion: Confusion<Label>, actual: Label, predicted: string): void {
  let row = confusion[actual]
  if (!row) {
    row = {}
    confusion[actual] = row
  }
  row[predicted] = (row[predicted] ?? 0) + 1
}

/** Sum of confusions. */
export function addConfusions<Label extends string>(confusions: readonly Confusion<Label>[]): Confusion<Label> {
  const sum: Confusion<Label> = {}
  for (const confusion of confusions)
    for (const [actual, row] of Object.entries(confusion) as [Label, Record<string, number>][]) {
      let target = sum[actual]
      if (!target) {
        target = {}
        sum[actual] = target
      }
      for (const [predicted, count] of Object.entries(row)) target[predicted] = (target[predicted] ?? 0) + count
    }
  return sum
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/**
 * Precision, recall and F1 per class, their plain mean over classes (macro) and their mean weighted by support.
 *
 * Classes that occur neither as actual nor as predicted are left out of the means, and 0/0 counts as 0, as in
 * scikit-learn's `f1_score` (`average='macro'`, `'weighted'`, `zero_division=0`). A prediction outside `labels`, such as
 * that of a predictor that failed, is a miss of the actual class and no class of its own. Null where nothing was counted.
 */
export function f1<Label extends string>(confusion: Confusion<Label>, labels: readonly Label[]): F1<Label> | null {
  const count = (actual: Label, predicted: Label): number => confusion[actual]?.[predicted] ?? 0
  const classes: ClassScore<Label>[] = []
  let n = 0
  let hits = 0
  for (const label of labels) {
    const hit = count(label, label)
    const support = Object.values(confusion[label] ?? {}).reduce((sum, value) => sum + value, 0)
    const predicted = labels.reduce((sum, actual) => sum + count(actual, label), 0)
    n += support
    hits += hit
    if (support + predicted === 0) continue
    const [precision, recall] = [ratio(hit, predicted), ratio(hit, support)]
    classes.push({ label, precision, recall, f1: ratio(2 * hit, predicted + support), support })
  }
  if (n === 0) return null
  return {
    macro: classes.reduce((sum, score) => sum + score.f1, 0) / classes.length,
    weighted: classes.reduce((sum, score) => sum + score.f1 * score.support, 0) / n,
    accuracy: hits / n,
    n,
    classes,
  }
}
