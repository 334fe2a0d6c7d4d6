/** Elements that take clicks by nature; links without an address too, since scripts handle many of those. */
export const NATIVE = 'a,area[href],button,input,select,textarea,summary'

export const EDITABLE = '[contenteditable]:not([contenteditable=false])'
