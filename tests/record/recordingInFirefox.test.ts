import { findFirefox } from '../support/findFirefox.ts'
import { testRecording } from './testRecording.ts'

testRecording('firefox', findFirefox())
