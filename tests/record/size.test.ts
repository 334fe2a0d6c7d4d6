import { expect, test } from 'vitest'
import { bundle } from '../support/bundle.ts'

test('the recorder is small', async () => {
  const source = "import { startRecording } from './src/record/startRecording.ts'\nexport default startRecording"
  expect((await bundle(source, { minify: true })).length).toBeLessThan(11_500)
})
