import { autoSubmit, carousels, filters, gallery, helpful, steppers } from './controls.js'
import { quickAdd } from './quickAdd.js'
import { suggestions } from './suggestions.js'

// Every enhancement stands alone: without this script the same forms and links still work.
for (const enhance of [suggestions, quickAdd, steppers, carousels, gallery, helpful, filters, autoSubmit])
  enhance(document)
