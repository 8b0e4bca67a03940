/** They turn the direction of what stands beside them, so that a name reads as another: the explicit bidi controls and marks. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** Nobody sees them, and with them two names are not the same. */
const NO_WIDTH = /[\u0000\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/g
/** Scripts in which a joiner, or its opposite, is part of how a word is written. */
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gujarati}\\p{Script=Gurmukhi}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Oriya}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}]'
/** A joiner that stays: between the parts of an emoji (👩‍💻), and where a script needs it; any other. */
const JOINERS = new RegExp(
  `((?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})|(?<=${JOINING})[\\u200C\\u200D](?=${JOINING}))|[\\u200C\\u200D]`,
  'gu',
)

/** A text with nothing in it that is not seen: no NUL, no turned direction, no characters without width but those that join an emoji or a letter. */
export const visible = (text: string): string =>
  text
    .replaceAll(TURNS, '')
    .replaceAll(NO_WIDTH, '')
    .replaceAll(JOINERS, (_, stays: string | undefined) => stays ?? '')
    .toWellFormed()
