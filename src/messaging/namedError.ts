/** An error with a name of its own: the name crosses to the extension's pages, which say it in the participant's language. */
export const namedError = (name: string, message: string): Error => Object.assign(new Error(message), { name })
