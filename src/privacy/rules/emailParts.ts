export const LOCAL = "[\\p{L}\\p{N}._%+'-]{1,64}"

export const TOP_LEVEL = '(?:xn--[a-z0-9-]{2,30}|\\p{L}{2,24})'
