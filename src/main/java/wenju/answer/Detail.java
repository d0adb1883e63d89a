package wenju.answer;

import java.util.regex.Pattern;

/**
 * A detail that only certain words can tell: who asks what something costs is not served by a clause without any amount.
 * Narrower than {@link Kind}, whose words nearly every clause has: a noun alone (工资, 地价) does not ask for its amount, and
 * 费用 tells whether something is paid for but not how much. Both patterns are for texts in
 * {@linkplain wenju.search.Analysis#normal normal form}.
 */
enum Detail {
    /** 金额多少：价格、标准、额度；罚款不算 */
    SUM(
            "^(?!.*罚).*(?:多少(?:钱|元|块|万|费)|几(?:块|元|毛|百块|千块|万块)|块钱|价格|价钱|[什啥]么?价|额度"
                    + "|[补给贷赔奖领掏花交收付]多少(?![个次天年名人家])|多少.{0,4}(?:补贴|补助|押金|奖金)"
                    + "|(?:费|价|租金|押金|工资|奖金|补贴|补助|补偿|赔偿|奖励|低保|贷款).{0,6}(?:多少|几(?=[元块万千百钱]))"
                    + "|(?:收费|补贴|补助|补偿|赔偿|工资|低保|租金|保险|缴费|救助)(?:标准|基数|金额))",
            "(?:\\d[\\d,.]*[万亿百千]*元|\\d万(?![人户吨平亩辆个名套家次条千])|[一二三四五六七八九十百千万]+元)(?![^,。;]{0,16}罚)"
                    + "|免费|不收|不得收取|无偿|全额|%|\\d倍"),
    /** 罚款多少 */
    FINE("罚(?:款|金|他|我)?.{0,3}(?:多少|几[千百万元块])|多少.{0,3}罚", "罚款|罚金"),
    /** 收不收钱 */
    FEE(
            "收不收费|是否(?:要?收费|免费)|收费(?:吗|不|么|标准|多少|$)|免费(?:吗|不|么|$)|要(?:不要)?(?:交|花|掏|收)?钱(?:吗|不|么|$)",
            "\\d元|[十百千万]元|免费|不收|不得收取|收费|无偿|(?<!消)费"),
    /** 电话 */
    TELEPHONE(
            "电话|号码|打哪(?!年|天|儿?来|里来)|打什么|打啥|热线",
            "\\d{3,4}-\\d{7,8}|\\d{7,}|(?<!\\d)(?:1\\d|9\\d)\\d{3}(?!\\d)|(?<!\\d)1[12][0-9](?!\\d)|热线"),
    /** 网上的去处 */
    WEB("网址|网站|下载|公众号|app", "网站|网址|www|http|公众号|app|平台"),
    /** 电子邮箱 */
    EMAIL("邮箱|邮件地址|电子邮件|e-?mail", "@"),
    /** 钟点 */
    CLOCK("几点(?!儿|个)|末班|首班", "\\d+[:时点]|[一二三四五六七八九十]+时"),
    /** 比例 */
    SHARE("百分之|比例|几成|占比", "%|百分之|比例|分之|过半|\\d:\\d"),
    /** 利率 */
    RATE("利率|利息|年息|月息|几个点", "利率|利息|贴息|年息|lpr|基点"),
    /** 面积 */
    AREA("平方|面积|多大地|多少亩", "平方|公顷|亩"),
    /** 期限 */
    PERIOD("多久|多长时间|期限|时限|多少天|几(?:天|日|个月|年)", "(?:\\d+|[一二三四五六七八九十]+)个?(?:工作)?[日天月年]|小时|分钟|当日|当天|即时|届满|到期"),
    /** 去处 */
    PLACE(
            "去哪|上哪|在哪|到哪|哪里办|哪儿|地址|哪(?:个|家)医院",
            "地址|路\\d+号|所在地|窗口|网站|区|镇|[向到至].{2,20}(?:申请|办理|登记|备案|局|部门|中心|机构|处|委|站|医院|派出所)");

    private final Pattern asking;
    private final Pattern telling;

    Detail(String asking, String telling) {
        this.asking = Pattern.compile(asking);
        this.telling = Pattern.compile(telling);
    }

    boolean isAsked(String normal) {
        return asking.matcher(normal).find();
    }

    boolean isTold(String normal) {
        return telling.matcher(normal).find();
    }
}
