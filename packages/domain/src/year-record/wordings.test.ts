import { inShort } from '../../test/finding-in-short.js';
import { documentOfText } from '../annual-plan/reading/source-document.js';
import { readYear } from './read-year.js';

const found = (text: string) => readYear(documentOfText(text), { year: 2025 }).map(inShort);

/** Written down before the reader was run on them. */
describe('what one passage of a report of 2025 says', () => {
  it.each<[string, string[]]>([
    // Proposals.
    ['县政协共收到委员提案83件,比上年增加77%。', ['proposals-received 83件', '? 77%']],
    ['提交和附议提案的委员128人,占委员总数的75%。', ['members-proposing 128人', '? 75%']],
    ['按照《提案工作条例》的规定共立案81件,到10月底,全部提案已经办理完毕。', ['proposals-filed 81件']],
    ['提案中已经解决和基本解决的48件,占立案总数的59%。', ['proposals-solved 48件', '? 59%']],
    ['提案正在解决和已列入计划逐步解决的29件,占立案总数的36%。', ['proposals-planned 29件', '? 36%']],
    [
      '提案的办结率、见面率及回复率均为100%,满意率也在95%以上。',
      ['closing-rate 100%', 'meeting-rate 100%', 'reply-rate 100%', 'satisfaction-rate 95%+'],
    ],
    ['县政协正副主席先后到交通、财政、环保等20多个政府部门亲自督办提案。', ['? 20个+']],
    ['主席直接督办率达到30%以上,总督办率达到90%以上。', ['? 30%+', '? 90%+']],
    ['收到提案一百二十件,立案一百一十五件。', ['proposals-received 120件', 'proposals-filed 115件']],
    ['截至11月30日,共收到提案96件。', ['proposals-received 96件']],
    ['提案办复率100%,满意率98.5%,基本满意率1.5%。', ['closing-rate 100%', 'satisfaction-rate 98.5%', '? 1.5%']],
    ['提案立案率为94.2%。', ['filing-rate 94.2%']],
    ['确定重点提案10件,由主席会议成员领衔督办。', ['key-proposals 10件']],
    ['收到提案83件(其中集体提案12件、委员提案71件)。', ['proposals-received 83件', '? 12件', '? 71件']],
    ['不予立案2件,并案5件,转为意见建议3件。', ['proposals-not-filed 2件', 'proposals-merged 5件', '? 3件']],
    ['共征集提案１０２件，立案９６件。', ['proposals-received 102件', 'proposals-filed 96件']],
    ['提案数量同比下降12.5%。', ['? 12.5%']],
    // Opinions, articles, reports, history.
    ['编发社情民意信息32期,被省政协采用5条。', ['opinions-issued 32期', 'opinions-adopted 5条']],
    ['上报社情民意信息46条。', ['opinions-submitted 46条']],
    ['反映社情民意80余条,办结率达95%。', ['opinions-submitted 80条+', '? 95%']],
    ['全书选编各类史料74篇,共21万多字。', ['history-pieces 74篇', '? 21万字+']],
    ['撰写调研报告6篇。', ['reports-written 6篇']],
    ['在各级媒体发表稿件58篇。', ['articles-published 58篇']],
    // What was held, counted.
    ['上半年,先后开展4次视察。', ['inspections-held 4次']],
    ['组织两次视察。', ['inspections-held 2次']],
    ['全年组织委员活动12次,参加委员360人次。', ['activities-held 12次', 'members-attending 360人次']],
    ['召开常委会议4次、主席会议8次。', ['standing-meetings-held 4次', 'chair-meetings-held 8次']],
    ['举办委员培训班2期,培训委员180人次。', ['studies-held 2期', '? 180人次']],
    [
      '深入现场28次,调查周边群众116人,现场监测40多次,收集各种数据1万多个。',
      ['? 28次', '? 116人', '? 40次+', '? 1万个+'],
    ],
    ['深入到东圣公司等8家骨干企业视察和调研。', ['? 8家']],
    ['对8名委员进行了约谈。', ['? 8名']],
    ['新增政协委员工作室5个。', ['? 5个']],
    // Members and money.
    ['全县现有政协委员171名。', ['members 171名']],
    ['县政协委员总数为171人。', ['members 171人']],
    ['委员出席率达92%。', ['? 92%']],
    ['参加活动的委员达到98人。', ['? 98人']],
    ['筹集资金6000多元为小学建设长达70余米的文化墙。', ['? 6000元+', '? 70米+']],
    ['走访慰问困难委员15户,发放慰问金1.5万元。', ['? 15户', '? 1.5万元']],
    ['为困难群众捐款捐物折合人民币38.6万元。', ['donations 38.6万元']],
    ['委员捐款12,500元。', ['donations 12500元']],
    ['投入帮扶资金约300万元。', ['? 300万元~']],
    // What was held on a day or in a stretch.
    ['9 月 8 日丁主席还率机关工作人员,到被征迁现场进行视察调研。', ['held 09-08..09-08 inspection']],
    ['3月18日,组织委员视察城区供水工程。', ['held 03-18..03-18 inspection']],
    ['5月中旬,开展优化营商环境专题调研,形成调研报告1篇。', ['held 05-11..05-20 research', 'reports-written 1篇']],
    ['6月5日至7日,赴外地考察学习乡村旅游。', ['held 06-05..06-07 research']],
    ['6月28日至7月2日,举办委员履职能力培训班。', ['held 06-28..07-02 study']],
    ['7月召开半年工作座谈会。', ['held 07-01..07-31 meeting']],
    ['7月20日召开半年工作座谈会,35名委员参加。', ['held 07-20..07-20 meeting 35人']],
    ['2025年4月9日,组织委员开展义务植树活动,植树500余株。', ['held 04-09..04-09 welfare', '? 500株+']],
    ['6月18日召开六届十次常委会议。', ['held 06-18..06-18 meeting']],
    ['9月,县政协围绕乡村治理开展民主监督。', ['held 09-01..09-30 oversight']],
    ['二季度组织委员开展学习座谈。', ['held 04-01..06-30 study']],
    ['十一月二十日开展食品安全视察。', ['held 11-20..11-20 inspection']],
    ['3月5日开展义诊活动;4月12日组织委员视察农贸市场。', ['held 03-05..03-05 welfare', 'held 04-12..04-12 inspection']],
    // Nothing: neither a figure of the year nor something held.
    ['学习了十七届五中全会公报和74号令。', []],
    ['在六届5次会议中,每个委员至少提交两份有质量的提案。', []],
    ['明年计划组织视察4次。', []],
    ['下一步,我们将开展3次调研。', []],
    ['力争提案办结率达到100%。', []],
    ['一是加强学习,二是加强调研。', []],
    ['关注三农问题,传达两会精神,贯彻四个全面。', []],
    ['到10月底,全部提案已经办理完毕。', []],
    ['3月15日前报送材料。', []],
    ['经一个月左右的严防死守,全乡没有一例倒塌事故。', []],
    ['20多年来,他从没有节假日的概念。', []],
    ['新的办法自8月1日起施行。', []],
    ['2024年12月26日召开了总结会。', []],
    ['新型农村合作医疗制度推行只有3个月。', []],
    ['乡镇政协工作汇报8篇', []],
    ['时间:2025-11-04 15:20:09 浏览次数:', []],
    ['一家企业的委员积极参与。', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a figure keeps what it was read from', () => {
  it.each([
    ['县政协共收到委员提案83件,比上年增加77%。', ['收到委员提案', '收到委员提案 比上年增加']],
    ['提交和附议提案的委员128人,占委员总数的75%。', ['提交和附议提案的委员', '提交和附议提案的委员 占委员总数']],
    ['提案的办结率、见面率及回复率均为100%。', ['办结率', '见面率', '回复率']],
    ['正副主席先后到交通、财政、环保等20多个政府部门督办提案。', ['政府部门']],
    ['召开常委会议4次、主席会议8次。', ['召开常委会议', '主席会议']],
  ])('%s', (text, names) => {
    const figures = readYear(documentOfText(`第一行\n\n${text}`), { year: 2025 });
    expect(figures.map((one) => (one.kind === 'figure' ? one.name : ''))).toEqual(names);
    expect(figures.map(({ source }) => source.line)).toEqual(names.map(() => 3));
    expect(figures.every(({ source }) => source.text.length > 0 && text.includes(source.text))).toBe(true);
  });
});

describe('what stands under a heading of plans is not what was', () => {
  it('a report with next year’s plan behind it', () => {
    const text = '一、工作回顾\n全年视察3次。\n二、明年工作打算\n视察4次。\n(一)提案\n征集提案90件。';
    expect(found(text)).toEqual(['inspections-held 3次']);
  });
});

describe('a ledger', () => {
  it.each<[string, string, string[]]>([
    [
      'dates as people write them',
      '日期\t活动名称\t地点\t参加人数\t备注\n3月18日\t供水工程视察\t水厂\t23\t\n2025-04-09\t义务植树\t东山\t40人\t\n5.6\t委员学习会\t会议室\t\t集体学习\n2025/6/5-6/7\t外出考察\t\t12\t',
      [
        'held 03-18..03-18 inspection 23人',
        'held 04-09..04-09 welfare 40人',
        'held 05-06..05-06 study',
        'held 06-05..06-07 research 12人',
      ],
    ],
    ['a day nobody can read stays open', '时间\t活动内容\t人数\n待补\t走访委员\t8\n', ['held ? liaison 8人']],
    ['a day of another year is not this year’s', '日期\t活动名称\t人数\n2024年12月30日\t总结会\t9\n', []],
    [
      'rows of figures',
      '指标\t数量\t单位\n收到提案\t83\t件\n立案提案\t81\t件\n说明\t见附件\t\n',
      ['proposals-received 83件', 'proposals-filed 81件'],
    ],
    ['a table about something else', '姓名\t单位\t电话\n甲\t乙\t123456\n', []],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps place, title and row', () => {
    const [first] = readYear(documentOfText('日期\t活动名称\t地点\n3月18日\t供水工程视察\t水厂\n'), { year: 2025 });
    expect(first).toMatchObject({
      title: '供水工程视察',
      place: '水厂',
      precision: 'day',
      source: { line: 2, text: '3月18日 供水工程视察 水厂' },
    });
  });
});
