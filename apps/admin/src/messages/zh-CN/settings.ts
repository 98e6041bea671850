export const settings = {
  title: '设置',
  lead: '本单位的日历和规则。各项都有默认值，不改也能用。',
  places: {
    calendar: { name: '工作日历', text: '放假和调休上班的日子，本单位自定的休息日，本年度的全会、交办会等日子。' },
  },
};
