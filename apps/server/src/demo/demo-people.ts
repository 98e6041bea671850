/** Printed at start and used by the demo only; a real installation begins with the first-run page. */
export const DEMO_PASSWORD = 'xushi-demo';

/** Whom one can be to look around. */
export const demoAccounts = [
  { role: 'staff', committee: '云岭乡政协工委', loginName: 'ganshi', password: DEMO_PASSWORD },
  { role: 'leader', committee: '云岭乡政协工委', loginName: 'zhuren', password: DEMO_PASSWORD },
  { role: 'member', committee: '云岭乡政协工委', loginName: 'weiyuan1', password: DEMO_PASSWORD },
  { role: 'staff', committee: '清溪县政协', loginName: 'bangongshi', password: DEMO_PASSWORD },
  { role: 'leader', committee: '清溪县政协', loginName: 'xianzhuxi', password: DEMO_PASSWORD },
  { role: 'unit', committee: '清溪县政协', loginName: 'chengban1', password: DEMO_PASSWORD },
  { role: 'staff', committee: '望舒街道政协工作室', loginName: 'jiedaoganshi', password: DEMO_PASSWORD },
  { role: 'administrator', committee: '清溪县政协', loginName: 'admin', password: DEMO_PASSWORD },
] as const;
