package wenju.answer;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of thing that is asked for, how people ask for it, and how a clause that tells it is worded. Both patterns are for
 * texts in {@linkplain wenju.search.Analysis#normal normal form}. A question may ask for several kinds, or for none we know.
 */
enum Kind {
    /** 处罚、问责 */
    PENALTY(
            "处罚",
            "罚|处分|后果|追究|追责|问责|扣(?:几|多少)?分|吊销|违法|违规|会怎么样|会咋样|怎么处理|咋处理|处理他|受理他|担责",
            "罚款|处以|责令|追究|问责|通报批评|约谈|警告|没收|吊销|暂扣|处分|取消.{0,8}资格|扣\\d?|依法处理|不合格|承担.{0,6}责任"),
    /** 金额、数量、比例 */
    AMOUNT(
            "数额",
            "多少|几(?:个|元|块|万|成|项|所|家|条|趟|位|名|分|张|份)|多大|多高|多远|比例|占比|额度|金额|标准|上限|封顶|最高|最低|规模|指标|补贴|补助|奖励?(?:多|几|给)|给几|目标",
            "\\d[\\d.,]*(?:[万亿]|[万亿]?元|%|个|户|人|项|家|所|条|列|班|台|辆|公里|米|平方米|吨|分|份|张|倍)|百分之|[一二三四五六七八九十百千万]+(?:元|倍|个|项|分|份|张|米)"),
    /** 时间、期限 */
    TIME(
            "时间",
            "多久|多长时间|什么时候|啥时|何时|几(?:天|年|月|日|点)|哪(?:一)?年|期限|时限|年限|时间|截止|到期|提前|最晚|几号|投用|完工",
            "\\d+(?:个?工作日|日|天|年|个?月|小时|分钟|周)|[一二三四五六七八九十]+(?:个?工作日|日内|天|年|个月|小时)|年底|月底|期限|每(?:年|月|季|周|日|旬)"),
    /** 谁负责、谁牵头 */
    BODY(
            "主体",
            "谁|哪个?(?:部门|单位|局|委|处|科|机构|家|里管)|哪一?家|归哪|归谁|找哪|哪里管|牵头|主管|负责(?:单位|部门)?|由哪|责任单位|哪里出|职务|主任|组长",
            "牵头|负责|主管|责任单位|办公室设在|组长|主任|由.{2,24}(?:局|委|办|部门|政府|机构|单位|处|中心)|会同|配合|承担"),
    /** 定义 */
    DEFINITION(
            "定义", "是什么意思|什么是|啥是|指(?:的是|什么|哪|啥)|具体指|是指|定义|含义|所称|是否属于|算不算|口径|认定|分为?几", "是指|所称|系指|指的是|包括|即|认定|统称|以下简称|分为"),
    /** 名单、范围 */
    LIST(
            "清单",
            "哪些|哪几|名单|都有|分别|有谁|有没有|清单|几家|各做|哪个方向|里头有",
            "下列|以下|名单|:\\n|\\(一\\)|[^,。;]{2,12}、[^,。;]{2,12}、[^,。;]{2,12}"),
    /** 联系方式 */
    CONTACT("联系方式", "电话|号码|联系|打哪|咨询|投诉|举报|反映|热线|网址|邮箱|地址", "\\d{7,}|\\d{3,4}-\\d{7}|电话|热线|联系人|举报|投诉|邮箱|网站|地址"),
    /** 条件、可否 */
    CONDITION(
            "条件",
            "条件|要求|资格|够格|符合|能不能|可不可以|能否|可否|是否|行不|中不|合规|合法|允许|能.{0,12}[吗不嘛]|可以.{0,12}吗|得.{1,12}[吗不]|要不要|用不用|必须|门槛|还能|算数|算不算",
            "应当|不得|可以|符合|条件|具备|禁止|必须|方可|不予|严禁|不再|凡|须|除外|适用"),
    /** 流程、材料 */
    PROCEDURE(
            "流程",
            "怎么(?!样)|如何|咋(?!样)|流程|程序|手续|申请|申报|材料|步骤|办理|去哪|到哪|怎样|办法没|渠道",
            "申请|申报|提交|受理|审核|办理|程序|流程|材料|报送|审批|登记|备案|报名|登录"),
    /** 义务、职责 */
    DUTY("义务", "义务|职责|应当|该做|得做|责任|咋要求|怎么要求|怎么规定|咋规定", "应当|负责|履行|职责|义务|必须|不得|严禁|要求"),
    /** 施行、有效期、废止 */
    VALIDITY("效力", "有效|失效|废止|施行|生效|作废|还算数|还能用|现行|效力|哪天开始|老文件|还能拿来", "施行|废止|有效期|失效|生效|同时停止|执行期限|执行至|自.{0,16}起(?:执行|实施)"),
    /** 适用范围 */
    SCOPE("适用范围", "适用|也得|管不管|范围|包括|算在内|四至", "适用|范围|不适用|参照.{0,6}执行|除外|以内|包括");

    private final String called;
    private final Pattern asking;
    private final Pattern telling;

    Kind(String called, String asking, String telling) {
        this.called = called;
        this.asking = Pattern.compile(asking);
        this.telling = Pattern.compile(telling);
    }

    /** For people, in Chinese. */
    String called() {
        return called;
    }

    static Set<Kind> askedBy(String normal) {
        return matching(normal, true);
    }

    static Set<Kind> toldBy(String normal) {
        return matching(normal, false);
    }

    private static Set<Kind> matching(String normal, boolean asks) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : values()) {
            if ((asks ? kind.asking : kind.telling).matcher(normal).find()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
