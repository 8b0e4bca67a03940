const YES = /^(?:y|yes|yep|true|t|1|on|x|✓|✔|是|有|对|真|ja|si|oui)$/i
const NO = /^(?:n|no|nope|false|f|0|off|否|不|没有|无|不是|假|nein|non)$/i

/** Yes or no, as people and files write it; undefined when it is neither. */
export const readYesno = (typed: string): boolean | undefined =>
  YES.test(typed.trim()) ? true : NO.test(typed.trim()) ? false : undefined
