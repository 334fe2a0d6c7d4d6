/** `full`: no room left. `damaged`: the data cannot be read. `unavailable`: it may work later. `unusable`: not a store for this. */
export type StoreTrouble = 'full' | 'damaged' | 'unavailable' | 'unusable'

/** A store that cannot do what was asked. The message says what to do; nothing of the call was kept. */
export class StoreError extends Error {
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.trouble = trouble
  }
}
