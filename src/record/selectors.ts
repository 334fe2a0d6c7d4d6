/** Elements that take clicks by nature. */
export const NATIVE = 'a[href],area[href],button,input,select,textarea,summary'

export const EDITABLE = '[contenteditable]:not([contenteditable=false])'
