/** True while a document is rendered ahead, in case the participant goes there. */
export function isPrerendering(document: Document): boolean {
  return (document as Document & { prerendering?: boolean }).prerendering === true
}
