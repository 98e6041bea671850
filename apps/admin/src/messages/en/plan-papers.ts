import type { Translated } from '../messages';
import type { planPapers as chinese } from '../zh-CN/plan-papers';

export const planPapers: Translated<typeof chinese> = {
  title: 'Print and download',
  lead: 'In the official format, ready to be submitted or issued; they say what the plan says now. The documents are in Chinese.',
  open: 'Print and download',
  files: 'Files',
  download: 'Download',
  print: 'Print',
  standing: {
    draft: 'The plan is a draft: the files are marked 草案 (draft).',
    submitted: 'The plan awaits approval: the files are marked 送审稿 (submitted).',
    approved:
      'The plan is approved. Where a meeting was recorded, the files name it, its date and the document number.',
    published:
      'The plan is published. Where a meeting was recorded, the files name it, its date and the document number.',
    amending: 'The plan is being amended: the files say what it will be and are marked 调整稿 (amendment).',
    closed: 'The plan is closed: the dates are those it ran by.',
  },
  documents: {
    'key-points': 'Key points of the year (Word)',
    'task-breakdown': 'Task breakdown table (Word)',
    workbook: 'Plan workbook (Excel)',
  },
  documentTexts: {
    'key-points': 'Numbered sections by category: when, who takes part, who leads, who is in charge.',
    'task-breakdown': 'Task, leader, units, person in charge and date; A4 landscape, the head row on every page.',
    workbook: 'Three sheets: the items, the year by date, the year by person; real dates to sort and filter.',
  },
  wallChart: {
    title: 'Wall chart of the year',
    text: 'The year on one page: twelve months with categories, holidays and worked weekends, and what still waits for its day. To print, or as an A3 or A4 PDF.',
    open: 'View and print',
    lead: 'One landscape page. Choose the paper, then print with no margins or at actual size.',
    size: 'Paper',
    pdf: 'Download PDF',
  },
  people: {
    title: 'Each person’s year',
    note: 'One Word sheet each: the dates, what is due and where the date comes from. Members are addressed with courtesy.',
    name: 'Name',
    dates: 'In the year',
    count_one: '{{count}} date',
    count_other: '{{count}} dates',
    sheet: 'Year sheet (Word)',
    search: 'Find by name',
    nobody: 'Nobody of this name.',
  },
};
