const KIND =
  '(?:项目|工程|社区|街道|小区|村|公园|工业园区?|产业园区?|园区|开发区|学校|小学|中学|幼儿园|医院|卫生院|敬老院|养老院|福利院|公司|厂|路|街|河|水库|市场|交易城|商城|基地|景区|中心|广场|服务站|合作社|农场|林场|棚户区|污水处理厂|新村|宿舍|大桥|码头|车站|博物馆|纪念馆|图书馆|文化馆|遗址|古镇|绿道|湿地|小区改造项目|老街|[东南西北]延(?:工程)?)';
const LEADING =
  /^(?:.*(?:视察|察看|实地查看|走访|深入|前往|赴|围绕|考察|调研|参观|慰问|看望|观摩|新的经济增长点|分别到|先后到|包括|参观|地点(?:为|是|在|:)?|对|到|就|启动|完成|开展)|以及|和|及|与)?/;
/** Words that name a kind of place, not a place. */
const GENERAL =
  /^(?:重点|重大|全[乡镇县区市]|在建|有关|部分|辖区|驻地|各|民生|部门|本[乡镇县区]|我[乡镇县区]|基层|农村|城区|城市|市政|基础设施|县级|区级|乡村|相关|政协|委员|重点工业|招商引资|企业|若干|几个|[一二两三四五六七八九十\d]+[个家处]|社会|公共服务|服务|其他|其它|雨污分流|等|老旧|城中老旧|特困|贫困|困难|结对|的|建设|改造)*$/;

/** The places and projects a passage names: 青龙山棚户区, “农商交易城”项目; not 重点工程 or 老旧小区. */
export function sitesIn(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/[、,;。:()]|以及|和(?=\p{Script=Han}{2,12}(?:项目|工程|社区|小区|村|路|公司))/u)) {
    const match = new RegExp(
      `^(.*${KIND})(?:等.*|建设.*|改造.*|情况.*|开展.*|进行.*|实施.*|运行.*|使用.*|管理.*|发展.*|推进.*|治理.*|服务.*|工作.*|的.*)?$`,
    ).exec(part);
    if (match === null) continue;
    const name = (match[1] ?? '')
      .replace(/等.*$/, '')
      .replace(LEADING, '')
      .replace(/^[“"]|[”"]/g, '');
    const stem = name.replace(new RegExp(`${KIND}$`), '');
    if (
      name.length < 3 ||
      name.length > 40 ||
      GENERAL.test(stem) ||
      /[的是要将做]|加强|^其|^政府|^党委|推进|推动|等项目|等工程/.test(name)
    )
      continue;
    if (!found.includes(name)) found.push(name);
  }
  return found;
}
