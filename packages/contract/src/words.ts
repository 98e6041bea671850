export { fillTemplate, isGentle, noticeTemplate, taskKindWords } from '@xushi/domain/words';
