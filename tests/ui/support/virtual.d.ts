declare module 'virtual:messages' {
  /** By locale, then by key. */
  const messages: Record<string, Record<string, { message: string } | undefined> | undefined>
  export default messages
}
