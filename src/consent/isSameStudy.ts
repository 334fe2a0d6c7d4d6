import type { Study } from '../../schemas/index.ts'

/**
 * True where `study` may take the place of the one joined. Its collector must be the same: that is where the data lies
 * that a withdrawal has to delete, and no link may send what was recorded for one collector to another.
 */
export const isSameStudy = (joined: Study, study: Study): boolean =>
  joined.id === study.id && joined.upload.endpoint === study.upload.endpoint
