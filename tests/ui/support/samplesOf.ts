import { MYDATA } from '../../mydata/samples.ts'
import { CORNERS, JOINS, OPTIONS, PANELS, POPUPS } from './samples.ts'
import { SURVEYS } from './surveySamples.ts'

/** Every component with every sample. */
export const SAMPLES: readonly [component: string, sample: string][] = Object.entries({
  panel: PANELS,
  join: JOINS,
  popup: POPUPS,
  corner: CORNERS,
  options: OPTIONS,
  survey: SURVEYS,
  mydata: MYDATA,
  error: { error: null },
}).flatMap(([component, samples]) => Object.keys(samples).map((sample): [string, string] => [component, sample]))
