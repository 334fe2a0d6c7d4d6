/** White space as a page shows it: runs become one space, none at the ends. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()
