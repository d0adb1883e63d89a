package wenju.answer;

import java.util.regex.Pattern;

/**
 * A detail that only certain words can tell: who asks what something costs is not served by a clause without any amount.
 * Narrower than {@link Kind}, whose words nearly every clause has. Both patterns are for texts in
 * {@linkplain wenju.search.Analysis#normal normal form}.
 */
enum Detail {
    /** 金额 */
    MONEY(
            "多少钱|几块|几元|多少元|几毛|块钱|收费|费用|交钱|要钱|掏多少|花多少|价|工资|奖金|(?:补贴|补助|标准).{0,6}(?:多少|几)"
                    + "|多少.{0,4}(?:补贴|补助|罚|押金)|[补给罚贷]多少|额度",
            "\\d[\\d,.]*[万亿百千]*元|\\d万|[一二三四五六七八九十百千万]+元|免费|不收|不得收取|收费|无偿|费用"),
    /** 电话 */
    TELEPHONE("电话|号码|打哪|打什么|热线", "\\d{3,4}-\\d{7,8}|\\d{7,}|(?<!\\d)(?:1\\d|9\\d)\\d{3}(?!\\d)|热线|电话"),
    /** 网上的去处 */
    WEB("网址|网站|下载|公众号|app", "网站|网址|www|http|公众号|app|平台"),
    /** 钟点 */
    CLOCK("几点(?!儿|个)|末班|首班", "\\d+[:时点]|[一二三四五六七八九十]+时"),
    /** 比例 */
    SHARE("百分之|比例|利率|几成|占比|几个点", "%|百分之|比例|利率|分之|过半"),
    /** 面积 */
    AREA("平方|面积|多大地|多少亩", "平方|公顷|亩"),
    /** 期限 */
    PERIOD("多久|多长时间|期限|时限|多少天|几(?:天|日|个月|年)", "(?:\\d+|[一二三四五六七八九十]+)个?(?:工作)?[日天月年]|小时|分钟|当日|当天|即时|届满|到期"),
    /** 去处 */
    PLACE("去哪|在哪|到哪|哪里办|哪儿|地址|哪(?:个|家)医院", "地址|路\\d+号|所在地|窗口|网站|[向到至].{2,20}(?:申请|办理|登记|备案|局|部门|中心|机构|处|委|站|医院|派出所)");

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
