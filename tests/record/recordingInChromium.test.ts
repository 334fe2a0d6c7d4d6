import { findChromium } from '../../src/chromium/findChromium.ts'
import { testRecording } from './testRecording.ts'

testRecording('chromium', findChromium())
