package wenju.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wenju.search.Analysis;

/**
 * A row of Chinese characters as it was typed, and what should rather stand in it. Where somebody typed a word that is none,
 * smartcn falls back to single characters: {@code 发 飘}. It is asked last, for it takes longer than all else and most rows hold
 * nothing that may be an error. Belongs to one question.
 */
final class Typed {
    /** Pronouns, particles, numerals and other characters that stand anywhere: never the error, and no help in telling it. */
    static final String USUAL =
            "的了着过吗呢吧啊呀嘛么不没有无是在就都也还又才再只能会要想得给把被让叫跟和与及或对向往从到去来上下里外内前后中我你您他她它们俺咱谁啥哪几多少大小个一二三四五六七八九十两这那些此该每"
                    + "各某为以之其所于等而且但如若因由已很太更将非用做可按比并自己人事说看找问买卖打";

    /**
     * Characters that are often a word of their own in what people ask, as counted in 3,087 everyday questions and looked
     * through for typing errors: that no notice knows a pair with one of them (偷放) says little.
     */
    private static final String ALONE =
            "罚钱管开老查办地交批出先证收算厂拿搞水天家归改车盖修好新年走点装弄报局树进区干楼建店放房乱写行带挖发拆占完拉村边路定签停换万种评住坏娃成租当帮块河最补跑贴测回接月高告山挂救时条片药"
                    + "谈货受坐头电花设保掉样养古吃圈提次活烧船请赔倒合扣教法清站长加奖规队抓拖招费偷分墙备征拦留线脏警退道公关划包堆快挪网讲课送镇业价借县名听喝审差废捐书信假光刚守投排漏牌百示税账口号堵"
                    + "套委户棵死爸辅运防伤单卡压挡摆方本民煤环生票禁离立认遗量领井低危商图埋学封工扔抽搭料权检派狗砸硬米街记责违金印台岁挨摊断明标江沙海烟笔类编考贷起超远选通逮配重错门馆黑倍填客推段玩班"
                    + "监盯矿砍穷菜跨追险隔马验丢义份全凭化同土坑城塘处够妈宿拍早气油治泥涨深港私续贵赖转酒采雨靠鱼严争产像剩半字市廊张担挑散整旧暴替林棚沟满灯猪画病砖破社秤缺翻表西资跳遍闹飞骗东临乐亮代"
                    + "仿企传体俩免准判别劝动医变员场堤塌子安寄层屋岛座怕指捞掏援搬撒机栋案桥桶汉渣湖火献白省粪话调趟连铁陡面顶食魏透易肥毒亩浇卷";

    private static final int LONGEST = 6;

    private final String text;
    private final KnownWords known;
    private final Pinyin pinyin;
    private final Predicate<String> isKnownPair;
    private @Nullable Words words;

    /**
     * What smartcn makes of the row.
     *
     * @param bounds where words begin and end
     * @param single where a word of one character stands
     */
    private record Words(BitSet bounds, BitSet single) {
        static Words of(String text) {
            var words = new Words(new BitSet(), new BitSet());
            int at = 0;
            for (String word : Analysis.terms(text).words()) {
                words.bounds.set(at);
                words.single.set(at, word.length() == 1);
                at += word.length();
            }
            words.bounds.set(at);
            return words;
        }
    }

    /**
     * A stretch and what should stand there.
     *
     * @param sounds whether it sounds exactly so
     * @param frequency of the word
     */
    record Change(int start, int end, String to, boolean sounds, int frequency) {
        boolean overlaps(Change other) {
            return start < other.end && other.start < end;
        }

        int length() {
            return end - start;
        }
    }

    /** @param isKnownPair whether these or other notices have two characters beside each other */
    Typed(String text, KnownWords known, Pinyin pinyin, Predicate<String> isKnownPair) {
        this.text = text;
        this.known = known;
        this.pinyin = pinyin;
        this.isKnownPair = isKnownPair;
    }

    private Words words() {
        Words made = words;
        if (made == null) {
            made = Words.of(text);
            words = made;
        }
        return made;
    }

    /** Every change that may be right; they may overlap. */
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (int start = 0; start < text.length(); start++) {
            List<String> sounds = Pinyin.SILENCE;
            for (int end = start + 1; end <= Math.min(text.length(), start + LONGEST); end++) {
                sounds = pinyin.blurredSounds(sounds, text.charAt(end - 1));
                if (end > start + 1) {
                    String typed = text.substring(start, end);
                    addMisheard(typed, sounds, start, changes);
                    addLacking(typed, start, changes);
                }
            }
        }
        addDoubled(changes);
        return changes;
    }

    /** One character has the sound of another: 补帖 for 补贴. */
    private void addMisheard(String typed, List<String> sounds, int start, List<Change> changes) {
        for (String sound : sounds) {
            for (String word : known.soundingLike(sound)) {
                int wrong = onlyDifference(typed, word);
                if (wrong >= 0
                        && !isUsual(typed.charAt(wrong))
                        && isClear(typed, word, wrong)
                        && isNoWord(typed, start)
                        && words().single().get(start + wrong)) {
                    boolean exact = pinyin.sameSound(typed.charAt(wrong), word.charAt(wrong));
                    changes.add(change(start, typed, word, exact));
                }
            }
        }
    }

    /** Whether it is made of whole words, and is none itself. */
    private boolean isNoWord(String typed, int start) {
        return isWhole(start, start + typed.length()) && !known.contain(typed);
    }

    private boolean isWhole(int start, int end) {
        return words().bounds().get(start) && words().bounds().get(end);
    }

    /** Whether a stretch can hardly be right as it is. Two characters tell little, so more is asked of them. */
    private boolean isClear(String typed, String word, int wrong) {
        boolean exact = pinyin.sameSound(typed.charAt(wrong), word.charAt(wrong));
        boolean last = wrong == typed.length() - 1;
        boolean alone = ALONE.indexOf(typed.charAt(wrong)) >= 0;
        if (isUsual(word.charAt(wrong))) {
            return false;
        }
        return typed.length() == 2
                ? exact && !alone && !isUsual(typed.charAt(1 - wrong)) && !isKnownPair.test(typed)
                : !(alone && (wrong == 0 || last && !exact)) && isUnknownAt(typed, wrong);
    }

    private Change change(int start, String typed, String word, boolean exact) {
        return new Change(start, start + typed.length(), word, exact, known.frequency(word));
    }

    private static boolean isUsual(char c) {
        return USUAL.indexOf(c) >= 0;
    }

    private boolean isUnknownAt(String typed, int at) {
        return at > 0 && !isKnownPair.test(typed.substring(at - 1, at + 1))
                || at + 1 < typed.length() && !isKnownPair.test(typed.substring(at, at + 2));
    }

    /** Where two texts of one length differ, -1 unless that is in one place. */
    private static int onlyDifference(String one, String other) {
        int found = -1;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** A character within a long word is missing: 营执照 for 营业执照. */
    private void addLacking(String typed, int start, List<Change> changes) {
        for (String word : known.lacking(typed)) {
            int gap = 1;
            while (typed.charAt(gap) == word.charAt(gap)) {
                gap++;
            }
            if (isNoWord(typed, start)
                    && (words().single().get(start + gap - 1)
                            || words().single().get(start + gap))
                    && !isKnownPair.test(typed.substring(gap - 1, gap + 1))) {
                changes.add(change(start, typed, word, true));
            }
        }
    }

    /**
     * A character is there twice: 电梯维维保. Not where one of the two ends a word and the other begins the next (公交车车厢), nor
     * where somebody says a verb twice (查查账).
     */
    private void addDoubled(List<Change> changes) {
        for (int at = 0; at + 1 < text.length(); at++) {
            boolean twice = text.charAt(at) == text.charAt(at + 1) && !isUsual(text.charAt(at));
            if (twice && isWhole(at, at + 2) && !isKnownPair.test(text.substring(at, at + 2))) {
                addHalved(at, changes);
            }
        }
    }

    private void addHalved(int at, List<Change> changes) {
        String once = text.substring(0, at) + text.substring(at + 1);
        for (int start = Math.max(0, at - LONGEST + 1); start <= at; start++) {
            for (int end = at + 1; end <= Math.min(once.length(), start + LONGEST); end++) {
                String word = once.substring(start, end);
                boolean within = start < at
                        || at > 0
                                && isKnownPair.test(once.substring(at - 1, at + 1))
                                && !words().single().get(at - 1);
                if (known.contain(word) && within && end > at + 1) {
                    changes.add(new Change(start, end + 1, word, true, known.frequency(word)));
                }
            }
        }
    }
}
