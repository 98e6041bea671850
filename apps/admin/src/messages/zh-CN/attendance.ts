export const attendance = {
  title: '参加情况',
  asked_other: '共邀请 {{count}} 人',
  counts: {
    coming: '参加 {{count}} 人',
    unanswered: '未答复 {{count}} 人',
    'leave-asked': '请假待批 {{count}} 人',
    'on-leave': '已准假 {{count}} 人',
    'not-coming': '不参加 {{count}} 人',
  },
  answers: {
    coming: '参加',
    unanswered: '未答复',
    'leave-asked': '请假待批',
    'on-leave': '已准假',
    'not-coming': '不参加',
  },
  name: '姓名',
  answer: '答复',
  group: '界别、小组',
  phone: '电话',
};
