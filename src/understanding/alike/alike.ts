/**
 * In which way two names are alike, the surest first. `same`: as they are compared, without capitals, accents and punctuation. `form`: but for the legal form.
 * `spelling`: written in one word or two, ü or ue. `order`: the same words in another order. `middle`: one has a middle name more. `sound`: one is
 * how the other, Chinese one is read. `nickname`: Bob and Robert. `slip`: one or two slips of the keyboard. `initial`: J. Smith. `place`: one says where
 * the company sits. `part`: they begin with the same words of their own, or one is a part of the other. `letters`: the first letters of the other's words.
 */
export type Alike =
  | 'same'
  | 'form'
  | 'spelling'
  | 'order'
  | 'middle'
  | 'sound'
  | 'nickname'
  | 'slip'
  | 'initial'
  | 'place'
  | 'part'
  | 'letters'
