/** Source of the word, in many languages, that stands between a label and its number: "number", "no.", "is", "号". */
export const NUMBER_WORD =
  '(?:numb?ers?|nummer|n[uú]m(?:ero)?|num[ée]ro|n[°ºo]|nr|id|code|card|is|ist|es|est|号码?|號碼?|番号|번호|номер|№|č(?:íslo)?|szám|αριθμός|رقم|شماره|מספר|mã|#)\\.?[ ¶:]{0,3}'
