import { HAS_DIGIT, type TextRule } from '../textRule.ts'

/** United Kingdom, Canada: letters and digits that are no measure. */
export const letterPostcode: TextRule = {
  id: 'postcode',
  needs: HAS_DIGIT,
  pattern:
    /(?<![\p{L}\d-])(?:(?:(?:\p{Lu}\p{L}{2,20} )?\p{Lu}\p{L}{2,20},? )?(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKS-UW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y]) \d(?!GB|TB|XL|XS|PR|ST|ND|RD|TH|LB|FT|HP|HZ|DR|WD|ED|WAY)[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)(?![\p{L}\d-])/gu,
}
