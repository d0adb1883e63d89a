package wenju.answer;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cities whose rules a question asks for: {@code 洛阳市电动车上牌 → 洛阳}. Cities of prefecture level and above, by the
 * administrative divisions of 2023 (民政部行政区划代码). With 市 behind it a name counts anywhere; without, only where it tells
 * whose rules are meant: at the beginning (洛阳居住证怎么办), before 的标准 and the like, and after 在 where no story follows
 * (在北京交的社保能转吗 asks for ours). Stateless.
 */
final class Cities {
    private static final String NAMES =
            "北京|上海|天津|重庆|石家庄|唐山|秦皇岛|邯郸|邢台|保定|张家口|承德|沧州|廊坊|衡水|太原|大同|阳泉|长治|晋城|朔州|晋中|运城|忻州|临汾|吕梁"
                    + "|呼和浩特|包头|乌海|赤峰|通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛"
                    + "|长春|吉林|四平|辽源|通化|白山|松原|白城|哈尔滨|齐齐哈尔|鸡西|鹤岗|双鸭山|大庆|伊春|佳木斯|七台河|牡丹江|黑河|绥化"
                    + "|南京|无锡|徐州|常州|苏州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水"
                    + "|合肥|芜湖|蚌埠|淮南|马鞍山|淮北|铜陵|安庆|黄山|滁州|阜阳|宿州|六安|亳州|池州|宣城|福州|厦门|莆田|三明|泉州|漳州|南平|龙岩|宁德"
                    + "|南昌|景德镇|萍乡|九江|新余|鹰潭|赣州|吉安|宜春|抚州|上饶|济南|青岛|淄博|枣庄|东营|烟台|潍坊|济宁|泰安|威海|日照|临沂|德州|聊城|滨州|菏泽"
                    + "|郑州|开封|洛阳|平顶山|安阳|鹤壁|新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|周口|驻马店|武汉|黄石|十堰|宜昌|襄阳|鄂州|荆门|孝感|荆州|黄冈|咸宁|随州"
                    + "|长沙|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|广州|韶关|深圳|珠海|汕头|佛山|江门|湛江|茂名|肇庆|惠州|梅州|汕尾|河源|阳江|清远|东莞|中山|潮州|揭阳|云浮"
                    + "|南宁|柳州|桂林|梧州|北海|防城港|钦州|贵港|玉林|百色|贺州|河池|来宾|崇左|海口|三亚|三沙|儋州|成都|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|达州|雅安|巴中|资阳"
                    + "|贵阳|六盘水|遵义|安顺|毕节|铜仁|昆明|曲靖|玉溪|保山|昭通|丽江|普洱|临沧|拉萨|日喀则|昌都|林芝|山南|那曲|西安|铜川|宝鸡|咸阳|渭南|延安|汉中|榆林|安康|商洛"
                    + "|兰州|嘉峪关|金昌|白银|天水|武威|张掖|平凉|酒泉|庆阳|定西|陇南|西宁|海东|银川|石嘴山|吴忠|固原|中卫|乌鲁木齐|克拉玛依|吐鲁番|哈密";

    /** Words as well as names: these need their 市. */
    private static final Set<String> WORDS =
            Set.of("大同", "朝阳", "长治", "保定", "中山", "海口", "日照", "来宾", "白银", "开封", "安康", "北海", "黄山");

    private static final Pattern CITY = Pattern.compile("(" + NAMES + ")市(?!场|民|值|价)");

    private static final Pattern RULES = Pattern.compile("(?:"
            + "^(?:请问|想问|问下|问一下|咨询)?(" + NAMES + ")(?![市路街道东西南北中大站人户籍本来去回到的后之至牌身驾])"
            + "|(" + NAMES + ")的.{0,8}?(?:标准|规定|政策|办法|条件|补贴|补助|待遇|价格)"
            + "|在(" + NAMES + ")(?:每|一年|一个月|多少|怎|咋|如何|能|可以|要|需要|是|有没有|去哪)"
            + ")");

    private static final Set<String> ALL = Set.of(NAMES.split("\\|"));
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private static final Pattern OF_ONE = Pattern.compile("市(?!场)");

    private Cities() {}

    /** Whether title and issuer of a notice tell that it is a city's. */
    static boolean isOfOne(String titleAndIssuer) {
        return OF_ONE.matcher(titleAndIssuer).find();
    }

    static Set<String> in(String text) {
        var names = new TreeSet<String>();
        if (!holdsName(text)) {
            return names;
        }
        Matcher city = CITY.matcher(text);
        while (city.find()) {
            names.add(city.group(1));
        }
        Matcher rules = RULES.matcher(text);
        while (rules.find()) {
            for (int shape = 1; shape <= rules.groupCount(); shape++) {
                String name = rules.group(shape);
                if (name != null && !WORDS.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Few questions name a city, which is cheaper to see than to look for the shapes above. */
    private static boolean holdsName(String text) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = 0; start + length <= text.length(); start++) {
                if (ALL.contains(text.substring(start, start + length))) {
                    return true;
                }
            }
        }
        return false;
    }
}
