import type { Study } from '../../schemas/index.ts'

const isSubset = <T>(some: readonly T[], all: readonly T[]): boolean => some.every((one) => all.includes(one))

const patterns = (study: Study): string[] => study.shops.flatMap(({ matches }) => matches)

/** True where a study takes no more than it did `before`: no other shop, nothing recorded that was not, for no longer. */
export function takesNoMore(before: Study, after: Study): boolean {
  const kinds = Object.keys(before.record) as (keyof Study['record'])[]
  const asked = (study: Study) => JSON.stringify([study.rationale ?? null, study.surveys ?? []])
  return (
    isSubset(patterns(after), patterns(before)) &&
    kinds.every((kind) => before.record[kind] || !after.record[kind]) &&
    isSubset(before.excluded_pages.page_types, after.excluded_pages.page_types) &&
    isSubset(before.excluded_pages.matches, after.excluded_pages.matches) &&
    isSubset(after.predictors, before.predictors) &&
    after.prediction_visibility === before.prediction_visibility &&
    asked(before) === asked(after) &&
    after.upload.hold_minutes >= before.upload.hold_minutes &&
    after.retention.device_days <= before.retention.device_days &&
    after.retention.collector_days <= before.retention.collector_days
  )
}
