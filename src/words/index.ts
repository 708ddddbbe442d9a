export {
  fillIn,
  inEnglish,
  type Language,
  type Parts,
  type Say,
  sayData,
  sayFrom,
  type Text,
  translateClouds,
} from './language';
export { code, prose } from './markdown';
export {
  quote,
  quotePair,
  sayAll,
  sayBoth,
  sayClauses,
  sayGlue,
  sayKnown,
  sayList,
  sayNearest,
  sayNumber,
  sayPair,
  saySome,
  saySource,
  sayTogether,
  sayValue,
  spellOut,
} from './say';
export { labelOf, sayAction, titleBeside } from './say-action';
