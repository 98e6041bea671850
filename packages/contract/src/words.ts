export {
  fillTemplate,
  fillWording,
  gapNames,
  isGentle,
  judgeWording,
  LONGEST_WORDING,
  noticeTemplate,
  taskKindWords,
} from '@xushi/domain/words';
