package wenju.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How people dress what they ask: hidden characters, politeness, question words, greetings. Stateless. */
final class Wording {
    /** Zero-width, directional and control characters; they come along when text is copied. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern POLITENESS = Pattern.compile("您好|你好|请问一下|请问|麻烦问一下|麻烦您?|劳驾|打扰一下|不好意思|谢谢[你您]?|多谢|求助"
            + "|(?:我|俺)?(?:就)?想(?:请教|咨询|问|了解|知道|查)(?:一下|下|问)?|咨询一下|问一下|问下|帮我?(?:查一下|查查|查|看看|看一下)"
            + "|(?:请)?告诉我(?:一下)?|有谁知道|谁知道|我是想说|话说|那个啥");

    private static final Pattern QUESTION_WORDS =
            Pattern.compile("是什么|有什么|为什么|什么时候|什么样|什么|为啥|干啥|干嘛|啥时候|啥|有哪些|哪些|哪个|哪里|哪儿|哪家|哪种|哪"
                    + "|怎么办|怎么样|怎么|怎样|咋办|咋整|咋|如何|多少|几(?=[天个年月次元块人项条岁米层楼类级倍])|是不是|有没有|能不能|可不可以|要不要"
                    + "|会不会|行不行|算不算|用不用|该不该|让不让|给不给|是否|能否|可否|可以吗|行吗|对吗|好吗|谁"
                    + "|[吗呢吧啊呀嘛哦噢哈嘞咯]+(?=[\\s\\p{P}]|$)|不(?=[?!。,，]|$)");

    private static final Pattern SMALL_TALK =
            Pattern.compile("(?:你|您|大家)好[啊呀吗]?|hi|hello|嗨|哈喽|在吗|在不在|早|早上好|上午好|中午好|下午好|晚上好|晚安|喂"
                    + "|谢谢[你您]?(?:了|啊|啦)?|多谢|感谢|辛苦了?|再见|拜拜|没别的事了?|没事了?|没有了|好的?(?:吧|呀|啊|嘞)?|行|嗯+|哦+|收到|明白了?|知道了?|了解了?"
                    + "|你?是谁|你是(?:机器人|人工|真人|ai)吗?|你叫(?:什么|啥)(?:名字)?|你(?:会|能)(?:做|干)?(?:什么|啥|些什么)"
                    + "|吃了[吗没]|陪我聊(?:聊|会儿?|天)?|[哈呵嘿啊]+|今天心情(?:不好|很好|不错)");

    /** Whoever wants something written, translated or worked out is not served by any clause. */
    private static final Pattern ERRAND = Pattern.compile(
            "帮(?:我|忙|俺|咱)?(?:写|编|画|起个|取个|想个|想一个|翻译|算一?算|解一?下|做道|做一道)|(?:编写|写)(?:一个|一段|个|段)?.{0,8}(?:函数|代码|程序|脚本)"
                    + "|(?:译成|翻译成)(?:英|中|日|法|德|俄|韩|汉)|用(?:sql|python|java|c语言|excel).{0,12}(?:查询|实现|写|做)"
                    + "|讲个?(?:笑话|故事)|写(?:一?首|一?篇|一?封)?.{0,6}(?:诗|作文|情书|小说)|(?:股票|比特币|基金|彩票).{0,12}(?:走势|推荐|买入|能涨|会涨|中奖)");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}]+");

    private Wording() {}

    /**
     * Removes what cannot be seen, makes widths one and characters simplified: {@code "２２１号令\u200b "} gives {@code 221号令}. May be empty.
     */
    static String clean(String text) {
        String visible = HIDDEN.matcher(text).replaceAll("");
        return SPACE.matcher(Traditional.simplified(Normalizer.normalize(visible, Normalizer.Form.NFKC)))
                .replaceAll(" ")
                .strip();
    }

    /**
     * What is left when politeness and question words are taken out: {@code 请问电梯维保单位义务是什么 → 电梯维保单位义务}. The
     * question itself when nothing would be left.
     */
    static String content(String clean) {
        String rest = POLITENESS.matcher(clean).replaceAll(" ");
        rest = QUESTION_WORDS.matcher(rest).replaceAll(" ");
        rest = SPACE.matcher(rest).replaceAll(" ").strip();
        return rest.chars().anyMatch(Character::isLetterOrDigit) ? rest : clean;
    }

    /** Whether it asks for something to be made that no notice can hold: a poem, a translation, a program. */
    static boolean isErrand(String clean) {
        return ERRAND.matcher(clean.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether it is made of greetings, thanks and the like alone, or holds no letter at all. */
    static boolean isSmallTalk(String clean) {
        for (String piece : BETWEEN.split(clean.toLowerCase(Locale.ROOT))) {
            if (!piece.isEmpty() && !SMALL_TALK.matcher(piece).matches()) {
                return false;
            }
        }
        return true;
    }
}
