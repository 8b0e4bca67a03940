const ENGLISH =
  /^(?:(?:and|so|hey|hi)[,\s]+)?(?:who|whom|whose|what|when|where|which|how|did|do|does|have|has|is|are|was|were)(?:['’]?s)?\s[^?\n]*\?+\s*$/i
/** Asked without a mark. */
const PLAINLY = /^(?:who is|who['’]s|when did|what did|what do (?:we|i) know|how long)\s[^?!.;\n]*$/i
const CHINESE =
  /^[^。！；\n]*(?:什么时候|何时|上次|最近|多久|谁|哪[个位家天]|怎么样|怎样|有没有|是不是)[^。！；\n]*(?:[?？]|吗|呢)\s*$|^[^。！；\n？?]*吗[?？]?\s*$/

/** Whether a line asks something and tells nothing: to log it would put a question among what happened. */
export const wonders = (line: string): boolean => {
  const text = line.trim()
  return ENGLISH.test(text) || PLAINLY.test(text) || CHINESE.test(text)
}
