export const planPapers = {
  title: '打印和下载',
  lead: '按公文格式生成，可直接送审、印发；内容以计划当前所写为准。',
  open: '打印和下载',
  files: '文件',
  download: '下载',
  downloadNamed: '下载：{{name}}',
  standing: {
    draft: '计划还是草稿，文件标注“草案”。',
    submitted: '计划正在审批，文件标注“送审稿”。',
    approved: '计划已批准；登记了审定会议的，文件上写明会议、日期和文号。',
    published: '计划已发布；登记了审定会议的，文件上写明会议、日期和文号。',
    amending: '计划正在调整，文件按调整后的内容生成，标注“调整稿”。',
    closed: '计划已结束，日期为实际执行的日期。',
  },
  documents: {
    'key-points': '年度工作要点(Word)',
    'task-breakdown': '任务分解表(Word)',
  },
  documentTexts: {
    'key-points': '按类别分章节编号，写明时间、参加范围、牵头领导和责任人。',
    'task-breakdown': '任务、牵头领导、责任单位、配合单位、责任人、目标时间，横排 A4，每页带表头。',
  },
};
