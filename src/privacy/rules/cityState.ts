import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { CITY } from './city.ts'

const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|A[APE]'

/** United States: "City, ST 12345" and "ST 12345-6789". */
export const cityState: TextRule = {
  id: 'postcode',
  needs: HAS_DIGIT,
  pattern: new RegExp(
    `(?<!\\p{L})(?:${CITY},? )?(?:(?:${STATES}),? \\d{5}(?:-\\d{4})?|(?:NSW|VIC|QLD|TAS|ACT),? \\d{4})(?![\\d\\p{L}]|[.,]\\d)`,
    'gu',
  ),
}
