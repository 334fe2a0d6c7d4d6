/**
 * Id of an action made of its place: the random id of its document with the first 32 bits moved on by its number there.
 * An action of such an id need not be sent with it.
 */
export function actionIdOf(document_id: string, document_seq: number): string {
  const first = (Number.parseInt(document_id.slice(0, 8), 16) + document_seq + 1) % 2 ** 32
  return first.toString(16).padStart(8, '0') + document_id.slice(8)
}
