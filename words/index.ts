/** The door of this room: what the page and the command line both say. */
export { type CatalogueWords, namingPath } from './catalogue.ts';
export { answerCautions } from './cautions.ts';
export { type ChartSize, textFan } from './chart.ts';
export { cited } from './cite.ts';
export { figure, inHundred, pairOf } from './figures.ts';
export { type Fillings, fill, plainText, type Segment, segments } from './fill.ts';
export { type Language, languages, type Messages, type PanelMessages } from './language.ts';
export {
  cycleSentence,
  innovationName,
  innovationNames,
  type LearnedWords,
  learnedTitle,
  recommendations,
  recommendationsOf,
  worthOf,
} from './learned.ts';
export { type LedgerFiles, ledgerDocument } from './ledger.ts';
export { en } from './messages/en/index.ts';
export { panels } from './messages/en/panels.ts';
export { schoolName } from './names.ts';
export { modelDocument } from './odd.ts';
export { type PictureWords, pictureWords } from './pictures.ts';
export {
  ENOUGH,
  leadOfTwo,
  type PlanNames,
  rowOf,
  type Sentence,
  sentence,
  sentenceOfTwo,
  winLines,
  winWords,
} from './sentence.ts';
export { type Story, type StorySchool, type StorySentence, storyOf, type Told } from './story.ts';
export { answerSentence } from './studies.ts';
export { type SummaryRow, summaryRows, summaryTable } from './summary.ts';
export { howOf, isInUse, isWell, supportEndsAt, yearOf } from './teller.ts';
