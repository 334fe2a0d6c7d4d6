/** Source of the extension that may follow a telephone number. */
export const EXTENSION = '(?:[ ,]{0,2}(?:ext(?:ension)?|poste|durchwahl|доб)\\.? ?\\d{1,6}|x\\d{1,6})?'
