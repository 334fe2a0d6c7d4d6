export { findChromium } from '../../scripts/findBrowser.mjs'
