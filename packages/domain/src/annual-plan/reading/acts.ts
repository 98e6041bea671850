import type { Category } from '../plan-item.js';

/** What a passage is about; the first that fits, so the more particular come first. */
const subjects: readonly (readonly [Category, RegExp])[] = [
  ['history', /文史|史料|口述史|史志|征编/],
  ['institution', /(?:评选|表彰).{0,6}(?:优秀(?:政协)?委员|先进)|述职|履职(?:档案|考核|考评|评价)|考核|考评/],
  ['liaison', /(?:加强|密切)(?:同|与|和).{2,24}(?:联系|联合|联络|交流|沟通)/],
  ['consultation', /协商|议政|约谈|约见|有事好商量|请你来协商|资政会|建言会/],
  ['oversight', /民主监督|监督|评议|督查|明察暗访|整改/],
  ['proposal', /提案/],
  ['opinion', /社情民意|民情民意|反映.{0,6}民意|民意信息|信息(?:直报|报送|员)|(?:报送|上报|采编|编发).{0,8}信息/],
  ['theory', /理论(?:研讨|研究|文章|征文)|研讨(?:会|文章|活动)|论文|征文|进行研讨|课题研究/],
  ['publicity', /宣传|报道|投稿|新闻|稿件|公众号|媒体|简报|网站|通讯员/],
  ['research', /调研视察/],
  ['inspection', /视察(?!调研报告)|察看|巡查|观摩/],
  ['research', /调研|调查|考察/],
  [
    'welfare',
    /慰问|(?:走访|看望)(?!.{0,6}(?:委员|企业|界别|代表|人士)).{0,10}(?:群众|老人|老党员|儿童|学生|官兵|军属|老干部|职工|环卫)|六一[”"]?走访|捐|助学|扶贫|帮扶|帮困|公益|义诊|送温暖|送医|送戏|志愿|献爱心|爱心|困难群众|结对|义务植树|植树|救助|敬老|乡村振兴.*帮/,
  ],
  [
    'enterprise',
    /(?:走访|联系|服务|深入|帮助).{0,8}企业|企业.{0,6}(?:走访|座谈|联系|服务|会诊|调研)|招商|企业家|民营经济|营商环境/,
  ],
  [
    'study',
    /学习|培训|讲座|讲坛|讲堂|读书|党课|书[香房屋]|报告会|(?:红色|廉政|警示|党史|国情)教育(?!基地)|研修|共读|阅读|领读|荐书|书目|宣讲|辅导|夜校|情况通报会/,
  ],
  [
    'liaison',
    /联谊|联络|走访.{0,6}(?:委员|界别)|联系(?:界别|群众|委员|服务)|交流|港澳|台属|侨|统战人士|茶话会|接待|委员(?:工作室|之家)|横向联系|上级政协的联系|联系.{0,6}群众|联合|团拜|恳谈/,
  ],
  ['liaison', /(?:代表|爱国|党外|乡贤|在外).{0,4}人士/],
  ['history', /(?:出版|编印|编辑|编纂)《/],
  [
    'meeting',
    /全体会议|全委会|全会|常委会|常务委员会|主席会议|党组会|主任会议|例会|工作会议?|座谈会|通报会|述职|总结会|推进会|部署会|动员会|列席|会议|(?:汇报|见面|碰头|审查|评审|恳谈)会/,
  ],
  [
    'institution',
    /制度|规范化|履职档案|档案|考核|机关建设|阵地|机制|办法|换届|规则|工作要点|工作计划|工作总结|表彰|评选|评优|管理|班子|队伍建设|小组|联络站|信息化|平台/,
  ],
  ['activity', /活动|文体|联欢|参观|比赛|书画|运动会|摄影|晚会/],
];

/** Who does it says nothing about what is done: (责任单位:文史委), 会同督查室召开…. */
const byWhom = (text: string) =>
  text.replace(/\([^()]*\)/g, '').replace(/(?:会同|联合|配合|协同)[^,。;]{2,14}?(?=召开|开展|组织|举办|进行|搞)/, '');

/** The category by what is done; where that is silent, the first of `around` (the passage, its headings) that is not. */
export function categoryOf(clause: string, around: readonly string[] = []): Category {
  const act = byWhom(clause);
  const held = heldIn(act);
  if (held !== null) return held;
  const found = subjects.find(([, pattern]) => pattern.test(act));
  if (found !== undefined) return found[0];
  for (const wider of around) {
    const category = subjects.find(([, pattern]) => pattern.test(byWhom(wider)))?.[0];
    if (category !== undefined) return category;
  }
  return 'other';
}

/** What is held says more than what it is about: 提案知识培训 is study, 提案办理视察 an inspection. */
function heldIn(act: string): Category | null {
  if (/文史|史料/.test(act)) return null;
  const tail =
    /(视察|调研|培训班?|讲座|协商|民主监督|评议|考察学习|学习考察)(?:活动|会议?|座谈会)?(?:[一二两三四五六\d]{1,2}[次场期](?:以上)?)?[,。;]?$/.exec(
      act.replace(/\([^()]*\)/g, ''),
    );
  switch (tail?.[1]) {
    case '视察':
      return act.includes('调研视察') ? 'research' : 'inspection';
    case '调研':
      return /(?:视察|走访)调研/.test(act) ? null : 'research';
    case '协商':
      return 'consultation';
    case '民主监督':
    case '评议':
      return /述职评议/.test(act) ? 'institution' : 'oversight';
    case undefined:
      return null;
    default:
      return 'study';
  }
}

const ORGANISE =
  '(?:组织|开展|召开|举办|举行|进行|承办|邀请|安排|搞好?|筹备|办好|开好|抓好|做好|参加|参与|列席|配合|协助|实施|推行|完成|主办|协办|启动|落实|集中|赴|请(?=.{2,20}[来作做]))(?!的)';
/** 会 at the end of a name (茶话会), but not 社会 or 委员会. */
const MEETING = '(?:会议|(?<![社机协员商工学妇])会(?=[,。、;)”"》及和与的]|$))';
const EVENT = `(?:${MEETING}|座谈|学习|培训|讲座|研讨|视察|察看|调研|考察|参观|走访|慰问|监督|评议|协商|活动|联谊|征集|督办|交办|义诊|宣讲|征文|论坛|读书|党课|交流|观摩|检查|督查|述职|评选|表彰|招商|植树|测评|会诊|调查|评比|比赛|运动会|联欢|展览?|公益事业|回头看|换届|宣传|考核|考评|志愿服务|课堂|讲堂|讲坛|辅导|沙龙|书画展|采风|祭扫|演讲|巡查|约谈|结对|帮扶|演出|报告)`;
/** Done to something: a verb that by itself makes a duty when an object follows. */
const DIRECT =
  '(?:视察|调研|考察|走访|看望|慰问|撰写|提交|报送|上报|编印|编辑|编纂|编写|编发|出版|征编|征集|印发|下发|制定|制订|拟定|起草|修订|建立|成立|设立|组建|评选|表彰|督办|交办|审查|听取|审议|通报|签订|更新|公布|发放|捐赠|捐资|结对|帮扶|整理|归档|考核|考评|约谈|约见|回访|宣讲|推荐|遴选|选派|开通|刊发|发表|共读|领读|阅读|开设|创办|开办|总结|列席|观看|参观|接待|拜访|协商|评议|采写|收集|梳理|汇编|公开|祭扫|申报|选举|增补|调整|召集|承接|参与制定)';
/** 向党委作一次专题汇报: once, at a time; 向党委请示汇报 is how one behaves. */
export const REPORTING = /向[^,。;]{2,14}(?:[作做]|进行|提交)[^,。;]{0,6}(?:汇报|报告)(?!制度)/;
const COUNTED =
  /(?:提交|撰写|反映|报送|上报|参加|提出|走访|联系|帮扶|慰问|征集|编发|刊发|发表|完成|写|读|办|开|搞|听取|遴选|督办|视察|调研).{0,12}?[一二两三四五六七八九十\d]{1,3}(?:件|条|次|篇|份|场|期|户|家|本|个(?=项目|课题|议题|村|企业|界别|社区))/;
const happens = new RegExp(`${ORGANISE}.{0,60}?${EVENT}|${EVENT}(?:活动)?(?:[一二两三四五六\\d]{1,2}[次场期])`);
const isDone = new RegExp(
  `(?<![要需应])${DIRECT}(?![的等]|(?:工作)?(?:水平|质量|能力|力度|作用|意识|成效|氛围|格局))[^,。;]{2,}`,
);
/** Work that is named rather than dated, but that a clerk does enter. */
const ongoing =
  /落实.{0,10}(?:学习|工作)?制度|反映社情民意|(?:加强|强化|密切)(?:同|与|和).{2,24}(?:联系|联合|联络|交流|沟通|合作)|向.{2,14}投稿|参与.{0,6}(?:公益|招商|志愿)|加强.{0,14}(?:制度化|规范化)|(?:完善|健全).{2,20}(?:制度|机制|规则|办法|程序|档案|台账)(?!.{0,6}建设)|联系.{0,6}(?:企业|群众|界别)制度|协助.{0,10}做好.{2,20}工作|(?:完成|做好|抓好|搞好).{0,12}(?:提案|文史|信息|宣传|接待|联络|信访|档案|换届|培训|学习|调研|协商|监督|述职|总结|会务|服务).{0,8}工作/;
/** Nothing but a will: no object that could be ticked off. */
const general =
  /^(?:要|还|也|并|同时|继续)*(?:(?:要求|引导|鼓励|动员)(?:广大)?(?:政协)?委员)?(?:立足.{0,8})?(?:切实|积极|认真|广泛|深入|扎实|深入实际|大兴)*(?:开展|搞好|加强|注重|进行)?(?:调查研究|调研|各项工作|工作|履职活动|学习)(?:之风)?$|^(?:组织政协委员)?开展丰富多彩|特?制定(?:如下|本|以下|此)|(?:其他|其它|交办的(?:各项)?)(?:工作|任务|事项)$/;
/** What a clause begins with that says how or what for, not what. */
const manner =
  /^(?:通过|采用|采取|运用|利用|为了?(?!.{0,14}(?:举办|开展|送|提供))|根据|按照|结合(?!.{0,8}(?:开展|组织|举办|召开))|以便|从而|使|让|确保|并?为(?!.{0,14}(?:举办|开展|送|提供))|凡|如|所谓|只有)|^(?!组织|参加|列席|配合|落实)[^,]{0,4}(?:召开|举办|组织|开展|制订|制定|涉及)的(?!.{0,20}(?:召开|举办|组织|开展))|^(?:党委|人大|政府|党政|各?部门).{0,20}(?:应|要)|过程中/;
/** Where a will ends: no act, unless a number or a meeting goes with it. */
const abstractEnd =
  /(?:能力|水平|意识|作用|质量|自觉性|主动性|积极性|创造性|责任感|素质|成效|实效|合力|基础|环境|条件|贡献|发展|稳定|进步|格局|氛围|形象|重要|优势|动力|活力|力量|共识|局面|影响力)$/;

/** How surely a passage names something to be done: 2 an act, 1 work without a date, 0 a general will. */
export function actIn(clause: string): 0 | 1 | 2 {
  const bare = clause.replace(/\([^()]*\)/g, '').replace(/^[,、:]+|[,、:。]+$/g, '');
  if (general.test(bare)) return 0;
  if (COUNTED.test(bare) && !/^(?:通过|根据|按照)/.test(bare)) return 2;
  if (manner.test(bare)) return 0;
  if (abstractEnd.test(bare)) return 0;
  if (happens.test(bare) || isDone.test(bare) || REPORTING.test(bare)) return 2;
  return ongoing.test(bare) ? 1 : 0;
}

/** Whether a clause says on what: 围绕…问题, 就…情况. */
export const isTopic = (clause: string) => /^(?:重点)?(?:围绕|针对|聚焦|就)/.test(clause);

/** Whether a passage asks for a written report of what was seen. */
export function asksForReport(text: string): boolean {
  return /(?:撰写|写好|写出|写成|形成|完成|提交|拿出|起草|出具|报送|有).{0,16}(?:调研|视察|考察|调查|评议|监督|协商|专题)(?:成果)?(?:报告|建议案)|(?:形成|写出|撰写|完成|提交)(?!.{0,4}(?:述职|工作)).{0,8}(?:报告|建议案|调研成果)(?!会)/.test(
    text,
  );
}

/** Whether a clause only says what comes of the act before it: 并形成调研报告, 助推项目进展. */
export function isConsequence(clause: string): boolean {
  return /^(?:并(?!召开|举办|组织|开展|在)|从而|以便?|使|为|确保|切实|促进|推动|助推|进而|努力|力争|不断|提高|提升|增强|形成|写出|撰写.{0,8}报告|写好|通过|结合|根据|按照|听取|了解|围绕|针对|就|深入了解|积极建言|建言|提出|发挥|营造|引导|让|达到|做到|重点|主要|由|邀请|形成|总结|部署|研究|讨论|审议|审定|确定|协商(?:决定|通过)|提交.{0,10}(?:协商|审议|研究|审定|党委|党组|县委|区委)|报.{0,6}(?:党委|县委|区委|备案)|学习传达|传达|安排部署|通报|督促|推选|表决|完成.{0,8}任务|其中|每次|包括|走访(?!慰问)|收集|发放|择优|汇编|检验|.{0,4}结果)/.test(
    clause,
  );
}
